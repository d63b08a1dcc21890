import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { WaybillError } from "../errors.ts";
import type { Lock } from "../model.ts";
import { parseAddress } from "./address.ts";
import { disk, type FileLayer } from "./files.ts";
import { type Intent, intentName, readIntent } from "./publish-lock.ts";
import { isAbandoned, isAlive, tempName } from "./temp.ts";

/**
 * Paths a publish that is under way, or was killed, has announced and the lock does not name: not yet part of the registry.
 * @throws WaybillError MALFORMED where what stands in the announcement's place was not written by a publish.
 */
export function unfinishedFiles(folder: string, lock: Lock, files: FileLayer = disk): ReadonlySet<string> {
  const intent = intentIn(folder, files);
  if (intent === undefined) return new Set();
  const locked = new Set([...lock.versions.keys()].map(versionPath));
  return new Set(intent.files.filter((file) => !locked.has(file)));
}

/** What a publish has announced and not ended; undefined where none is under way or was killed. @throws as above. */
export function intentIn(folder: string, files: FileLayer = disk): Intent | undefined {
  const path = join(folder, intentName);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  try {
    // A pipe would be waited for, a link followed.
    if (!stat.isFile()) throw new SyntaxError("no regular file");
    return readIntent(new TextDecoder().decode(files.read(path)));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new WaybillError("MALFORMED", "this is not what a publish leaves", {
      place: { file: path },
      hint: "remove it; no publish wrote it",
    });
  }
}

/**
 * Clears what a killed publish left: files it announced and the lock does not name, and temp files.
 * Does nothing while the publisher still runs. Repeating it, or running it twice at once, changes nothing more.
 */
export function recover(folder: string, lock: Lock, files: FileLayer = disk): void {
  sweep(folder, files);
  const path = join(folder, intentName);
  const intent = intentIn(folder, files);
  if (intent === undefined || isAlive(intent.pid)) return;
  for (const file of unfinishedFiles(folder, lock, files)) {
    // Nothing else is cleared, whatever the file says: it may have come with a pull request.
    const [, subject] = /^(.+)\/versions\/[1-9]\d*\.json$/.exec(file) ?? [];
    if (subject !== undefined && parseAddress(subject) !== undefined && !subject.includes("@"))
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
