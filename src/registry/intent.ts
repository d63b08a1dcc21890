import { lstatSync } from "node:fs";
import { join } from "node:path";
import { contentHash } from "../canonical/index.ts";
import { WaybillError } from "../errors.ts";
import type { Json, Lock } from "../model.ts";
import { isSchema } from "../schema/children.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { parseAddress } from "./address.ts";
import { disk, type FileLayer } from "./files.ts";
import type { Publisher } from "./publisher.ts";

/** Name of the file that says a publish is under way, in the registry folder. */
export const intentName = ".waybill-publish";

/** What a publish is about to write: on disk while it runs, left behind when it is killed. */
export interface Intent extends Publisher {
  /** Every file it writes or removes besides the lock; paths inside the registry. */
  readonly files: readonly string[];
  /** The published text of each version file among them that it replaces. */
  readonly before: Readonly<Record<string, string>>;
}

/** What a reader makes of an unfinished publish, so that it sees the old state or the new one. */
export interface Unfinished {
  /** Announced files that the lock does not name: no part of the registry. */
  readonly files: ReadonlySet<string>;
  /** Announced files that the lock names, as the lock names them. */
  readonly before: ReadonlyMap<string, string>;
}

export const nothingUnfinished: Unfinished = { files: new Set(), before: new Map() };

/** @throws as `intentIn`. */
export function unfinishedIn(folder: string, lock: Lock, shown: string): Unfinished {
  const intent = intentIn(folder, shown);
  return intent === undefined ? nothingUnfinished : unfinishedOf(intent, lock);
}

/** The lock is the judge: an announcement is believed in nothing that the lock does not bear out. */
export function unfinishedOf({ files, before }: Intent, lock: Lock): Unfinished {
  const isLocked = (path: string) => lock.versions.has(addressOf(path) ?? "");
  const kept = Object.entries(before).filter(
    ([path, text]) => lock.versions.get(addressOf(path) ?? "")?.hash === hashOf(text),
  );
  return { files: new Set(files.filter((path) => !isLocked(path))), before: new Map(kept) };
}

/**
 * What a publish has announced and not ended; undefined where none is under way or was killed.
 * @param shown its path as people see it.
 * @throws WaybillError MALFORMED where what stands in its place was not written by a publish.
 */
export function intentIn(folder: string, shown: string, files: FileLayer = disk): Intent | undefined {
  const path = join(folder, intentName);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  // A pipe would be waited for, a link followed.
  const text = stat.isFile() && stat.size < 1 << 26 ? textIn(path, files) : "";
  if (text === undefined) return undefined;
  const intent = readIntent(text);
  if (intent !== undefined) return intent;
  throw new WaybillError("MALFORMED", "this is not what a publish leaves", {
    rule: "PUBLISH_INTENT_MALFORMED",
    place: { file: shown },
    hint: `remove it, no publish wrote it: \`rm ${shown}\``,
  });
}

/** Undefined where its publisher has ended, and taken it away, since it was looked for. */
function textIn(path: string, files: FileLayer): string | undefined {
  try {
    return new TextDecoder().decode(files.read(path));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** The text of an intent; undefined where it is none, to the last member. The tool writes it whole or not at all. */
export function readIntent(text: string): Intent | undefined {
  const value = parsed(text);
  if (!isObject(value) || Object.keys(value).length !== 7) return undefined;
  const word = (name: string) => {
    const found = own(value, name);
    return typeof found === "string" && found.length <= 300 ? found : undefined;
  };
  const [host, boot, started, at] = [word("host"), word("boot"), word("started"), word("at")];
  const [pid, files, before] = [own(value, "pid"), own(value, "files"), own(value, "before")];
  if (host === undefined || boot === undefined || started === undefined || at === undefined) return undefined;
  if (typeof pid !== "number" || !Number.isInteger(pid) || pid < 1 || !isArray(files) || !isObject(before))
    return undefined;
  const paths = files.filter((path): path is string => typeof path === "string" && isAnnounced(path));
  const announced = new Set(paths);
  const texts = Object.entries(before).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && announced.has(entry[0]),
  );
  if (paths.length !== files.length || texts.length !== Object.keys(before).length) return undefined;
  if (new Date(at).toString() === "Invalid Date") return undefined;
  return { host, boot, pid, started, at, files: paths, before: Object.fromEntries(texts) };
}

/** The version that a path is the file of: `cogo.v1/JobStarted@2` for `cogo.v1/JobStarted/versions/2.json`. */
export function addressOf(path: string): string | undefined {
  const [, subject = "", number = ""] = /^([^@]+)\/versions\/([1-9]\d{0,8})\.json$/.exec(path) ?? [];
  return parseAddress(`${subject}@${number}`) === undefined ? undefined : `${subject}@${number}`;
}

/** The version whose withdrawal a path gives the reason of. */
export function withdrawnAt(path: string): string | undefined {
  const [, address = ""] = /^withdrawn\/(.+@[1-9]\d{0,8})\.yaml$/.exec(path) ?? [];
  return parseAddress(address) === undefined ? undefined : address;
}

function isAnnounced(path: string): boolean {
  return addressOf(path) !== undefined || withdrawnAt(path) !== undefined;
}

function hashOf(text: string): string | undefined {
  const value = parsed(text);
  return value !== undefined && isSchema(value) ? contentHash(value) : undefined;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
