import { existsSync } from "node:fs";
import { join } from "node:path";
import { WaybillError } from "../errors.ts";
import { disk, type FileLayer } from "./files.ts";
import { type Intent, intentIn, intentName } from "./intent.ts";
import { endOf, type Publisher, workOf } from "./publisher.ts";
import { tempName } from "./temp.ts";
import { writeSynced } from "./write-atomic.ts";

/**
 * Runs `work` as the only publisher of a registry. The intent appears whole, before the first file is written, and goes
 * after the lock is written: a reader that finds it ignores its files unless the lock names them, so it sees the old
 * state or the new one.
 * @param lock the text of the lock that the plan was made on, undefined for none. Where the disk has another by now, a
 * publisher came in between.
 * @throws WaybillError CANNOT_RUN where another publisher is at work, or came first; nothing is written then.
 */
export function publishing(
  folder: string,
  intent: Intent,
  lock: string | undefined,
  work: () => void,
  files: FileLayer = disk,
): void {
  const path = join(folder, intentName);
  const temp = tempName(path);
  try {
    writeSynced(temp, new TextEncoder().encode(`${JSON.stringify(intent)}\n`), files);
    files.link(temp, path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw another(path, files);
    throw error;
  } finally {
    files.remove(temp);
  }
  files.syncFolder(folder);
  if (lockText(folder, files) !== lock) {
    files.remove(path);
    throw another(path, files);
  }
  work();
  files.remove(path);
  files.syncFolder(folder);
}

/** The lock as it stands on the disk; undefined where there is none. */
export function lockText(folder: string, files: FileLayer = disk): string | undefined {
  const path = join(folder, "waybill.lock");
  return existsSync(path) ? new TextDecoder().decode(files.read(path)) : undefined;
}

function another(path: string, files: FileLayer): WaybillError {
  const intent = intentIn(join(path, ".."), path, files);
  return new WaybillError("CANNOT_RUN", "another publish is at work in this registry, or came first", {
    place: { file: path },
    hint:
      intent !== undefined && workOf(intent) === "elsewhere"
        ? elsewhere(intent, path)
        : "wait for it to end, then publish again on top of it",
  });
}

function elsewhere(publisher: Publisher, path: string): string {
  return `it began on another machine, "${publisher.host}", and counts as ended at ${endOf(publisher)}; where none is at work there: rm ${path}`;
}
