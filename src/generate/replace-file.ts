import { mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { alive } from "../limits/index.ts";
import { tempName } from "../registry/temp.ts";

/**
 * Replaces a generated file whole, so that a reader never sees half of one. It is not synced: what a power cut takes,
 * generating writes again, and syncing each of thousands of files would take longer than all the rest.
 * @param folders those written to before, and where they really are; grows
 */
export function replaceFile(path: string, text: string, folders: Map<string, string>): void {
  alive();
  const folder = dirname(path);
  try {
    replaceIn(madeFolder(folder, folders), basename(path), text);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    // Another run found the folder empty and removed it.
    folders.delete(folder);
    replaceIn(madeFolder(folder, folders), basename(path), text);
  }
}

function replaceIn(folder: string, name: string, text: string): void {
  const target = join(folder, name);
  const temp = tempName(target);
  try {
    writeFileSync(temp, text, { flag: "wx" });
    renameSync(temp, target);
  } catch (error) {
    rmSync(temp, { force: true });
    throw error;
  }
}

function madeFolder(folder: string, folders: Map<string, string>): string {
  const known = folders.get(folder);
  if (known !== undefined) return known;
  mkdirSync(folder, { recursive: true });
  const real = realpathSync.native(folder);
  folders.set(folder, real);
  return real;
}
