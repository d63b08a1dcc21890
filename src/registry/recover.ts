import { readdirSync } from "node:fs";
import { join } from "node:path";
import { WaybillError } from "../errors.ts";
import type { Lock } from "../model.ts";
import { disk, type FileLayer } from "./files.ts";
import { addressOf, intentIn, intentName, unfinishedOf, withdrawnAt } from "./intent.ts";
import { parseLock } from "./lock.ts";
import { lockText } from "./publish-lock.ts";
import { workOf } from "./publisher.ts";
import { isAbandoned, tempName } from "./temp.ts";
import { writeAtomic } from "./write-atomic.ts";

/**
 * Clears what a killed publish left: files it announced and the lock does not name go, files it replaced and the lock
 * names come back, temp files go. Does nothing while the publisher may still be at work. Repeating it, or running it
 * twice at once, changes nothing more. Whatever the announcement says, it may have come with a pull request: nothing is
 * done that the lock does not bear out.
 */
export function recover(folder: string, files: FileLayer = disk): void {
  sweep(folder, files);
  const path = join(folder, intentName);
  const intent = intentIn(folder, path, files);
  if (intent === undefined || workOf(intent) !== "ended") return;
  const lock = readableLock(folder, files);
  // Held against no lock, everything would go; whoever mends the lock publishes anew.
  if (lock !== undefined) {
    const { files: unlocked, before } = unfinishedOf(intent, lock);
    for (const file of unlocked) {
      const withdrawn = lock.versions.get(withdrawnAt(file) ?? "")?.flags.includes("withdrawn") ?? false;
      if (addressOf(file) !== undefined || !withdrawn) files.remove(join(folder, file));
    }
    for (const [file, text] of before) writeAtomic(join(folder, file), text, files);
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

function readableLock(folder: string, files: FileLayer): Lock | undefined {
  try {
    return parseLock(lockText(folder, files) ?? "waybill-lock 1\n", "waybill.lock");
  } catch (error) {
    if (error instanceof WaybillError) return undefined;
    throw error;
  }
}

function sweep(folder: string, files: FileLayer): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && isAbandoned(entry.name)) files.remove(join(entry.parentPath, entry.name));
  }
}
