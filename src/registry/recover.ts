import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Lock } from "../model.ts";
import { disk, type FileLayer } from "./files.ts";
import { intentName, readIntent } from "./publish-lock.ts";
import { isAbandoned, isAlive, tempName } from "./temp.ts";

/** Paths a publish that is under way, or was killed, has announced and the lock does not name: not yet part of the registry. */
export function unfinishedFiles(folder: string, lock: Lock, files: FileLayer = disk): ReadonlySet<string> {
  const path = join(folder, intentName);
  if (!existsSync(path)) return new Set();
  const intent = readIntent(new TextDecoder().decode(files.read(path)));
  const locked = new Set([...lock.versions.keys()].map(versionPath));
  return new Set(intent.files.filter((file) => !locked.has(file)));
}

/**
 * Clears what a killed publish left: files it announced and the lock does not name, and temp files.
 * Does nothing while the publisher still runs. Repeating it, or running it twice at once, changes nothing more.
 */
export function recover(folder: string, lock: Lock, files: FileLayer = disk): void {
  sweep(folder, files);
  const path = join(folder, intentName);
  if (!existsSync(path)) return;
  const intent = readIntent(new TextDecoder().decode(files.read(path)));
  if (isAlive(intent.pid)) return;
  for (const file of unfinishedFiles(folder, lock, files)) {
    if (/^[^/]+\/[^/]+\/versions\/[1-9]\d*\.json$/.test(file) && !file.includes(".."))
      files.remove(join(folder, file));
  }
  // Renaming takes the intent from any other that clears it too: only one of them can.
  const taken = tempName(path);
  files.rename(path, taken);
  files.remove(taken);
}

/** The path of a version inside the registry: `cogo.v1/JobStarted/versions/2.json`. */
export function versionPath(address: string): string {
  return `${address.replace("@", "/versions/")}.json`;
}

function sweep(folder: string, files: FileLayer): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && isAbandoned(entry.name)) files.remove(join(entry.parentPath, entry.name));
  }
}
