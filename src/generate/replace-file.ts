import { mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { tempName } from "../registry/temp.ts";

/**
 * Replaces a generated file whole, so that a reader never sees half of one. It is not synced: what a power cut takes,
 * generating writes again, and syncing each of thousands of files would take longer than all the rest.
 */
export function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const target = join(realpathSync(dirname(path)), basename(path));
  const temp = tempName(target);
  try {
    writeFileSync(temp, text, { flag: "wx" });
    renameSync(temp, target);
  } catch (error) {
    rmSync(temp, { force: true });
    throw error;
  }
}
