import { existsSync } from "node:fs";
import { join } from "node:path";
import { WaybillError } from "../errors.ts";
import type { Json, Lock } from "../model.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { disk, type FileLayer } from "./files.ts";
import { formatLock } from "./lock.ts";
import { tempName } from "./temp.ts";
import { writeSynced } from "./write-atomic.ts";

/** Name of the file that says a publish is under way, in the registry folder. */
export const intentName = ".waybill-publish";

/** What a publish is about to write: on disk while it runs, left behind when it is killed. */
export interface Intent {
  readonly pid: number;
  /** Paths inside the registry. */
  readonly files: readonly string[];
}

/**
 * Runs `work` as the only publisher of a registry. The intent appears whole, before the first file is written, and goes
 * after the lock is written: a reader that finds it ignores its files unless the lock names them, so it sees the old
 * state or the new one.
 * @param lock what the plan was made on. Where the disk has another by now, a publisher came in between.
 * @throws WaybillError CANNOT_RUN where another publisher is at work, or came first; nothing is written then.
 */
export function publishing(
  folder: string,
  intent: Intent,
  lock: Lock,
  work: () => void,
  files: FileLayer = disk,
): void {
  const path = join(folder, intentName);
  const temp = tempName(path);
  try {
    writeSynced(temp, new TextEncoder().encode(`${JSON.stringify(intent)}\n`), files);
    files.link(temp, path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw another(path);
    throw error;
  } finally {
    files.remove(temp);
  }
  files.syncFolder(folder);
  if (lockText(folder, files) !== formatLock(lock.versions.values(), lock.examples.values())) {
    files.remove(path);
    throw another(path);
  }
  work();
  files.remove(path);
  files.syncFolder(folder);
}

/** Reads an intent. @throws SyntaxError where the text is none; the tool writes it whole or not at all. */
export function readIntent(text: string): Intent {
  const value = JSON.parse(text) as Json;
  const pid = isObject(value) ? own(value, "pid") : undefined;
  const list = isObject(value) ? own(value, "files") : undefined;
  const named = isArray(list) ? list.filter((file): file is string => typeof file === "string") : [];
  return { pid: typeof pid === "number" ? pid : 0, files: named };
}

function lockText(folder: string, files: FileLayer): string {
  const path = join(folder, "waybill.lock");
  return existsSync(path) ? new TextDecoder().decode(files.read(path)) : formatLock([], []);
}

function another(path: string): WaybillError {
  return new WaybillError("CANNOT_RUN", "another publish is at work in this registry, or came first", {
    place: { file: path },
    hint: "wait for it to end, then publish again on top of it; where none is at work, remove the file",
  });
}
