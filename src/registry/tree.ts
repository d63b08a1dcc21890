import { type Dirent, lstatSync, readdirSync, type Stats, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { WaybillError } from "../errors.ts";
import { type Profile, readFileStrict } from "../input/index.ts";
import type { Lock } from "../model.ts";
import { intentName, type Unfinished, unfinishedIn } from "./intent.ts";

/** What a name in a registry folder is; `other` is a link, a FIFO, a device: never followed. */
export type EntryKind = "file" | "folder" | "other";

/** A registry as files, whether in a folder or at a git ref. Paths are relative to the registry, with `/`. */
export interface Tree {
  /** The registry as shown to people: `registry`, or `main:registry`. */
  readonly root: string;
  /**
   * Entries of a folder in code-point order; empty where there is no such folder.
   * @throws WaybillError MALFORMED where something else stands there, or a link stands on the way.
   */
  list(path: string): readonly { readonly name: string; readonly kind: EntryKind }[];
  /** The path people see for a file of this tree. */
  shown(path: string): string;
  /** The bytes of one file. @throws WaybillError where it is no regular file or larger than its profile allows. */
  read(path: string, profile: Profile): Uint8Array;
  /** What a publish has announced and not finished. @throws WaybillError MALFORMED where no publish left that. */
  unfinished(lock: Lock): Unfinished;
  /** Changes whenever a publisher has begun or ended since. */
  stamp(): string;
}

/** The registry in a folder of the working tree. */
export function folderTree(folder: string, shownAs: string): Tree {
  const shown = (path: string) => (shownAs === "" ? path : `${shownAs}/${path}`);
  // What was listed need not be looked at again: loading goes from the root down.
  const listed = new Map<string, ReadonlyMap<string, EntryKind>>();
  const kindAt = (path: string): EntryKind | undefined => {
    if (path === "") {
      const root = lstatSync(folder, { throwIfNoEntry: false });
      return root === undefined ? undefined : kindOf(root);
    }
    const parent = dirname(path) === "." ? "" : dirname(path);
    const siblings = listed.get(parent);
    if (siblings !== undefined) return siblings.get(path.slice(path.lastIndexOf("/") + 1));
    const above = kindAt(parent);
    if (above !== "folder") return above;
    const stat = lstatSync(join(folder, path), { throwIfNoEntry: false });
    return stat === undefined ? undefined : kindOf(stat);
  };
  return {
    root: shownAs,
    list(path) {
      const kind = kindAt(path);
      if (kind === undefined) return [];
      if (kind !== "folder") throw noFolder(shown(path), kind);
      const found = entries(join(folder, path));
      listed.set(path, new Map(found.map((entry) => [entry.name, entry.kind])));
      return found;
    },
    shown,
    read: (path, profile) => readFileStrict(join(folder, path), { file: shown(path), profile }),
    unfinished: (lock) => unfinishedIn(folder, lock, shown(intentName)),
    stamp: () => ["waybill.lock", intentName].map((name) => stampOf(join(folder, name))).join(" "),
  };
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? "-" : `${stat.ino}:${stat.mtimeNs}:${stat.size}`;
}

function entries(folder: string): readonly { name: string; kind: EntryKind }[] {
  let found: Dirent[];
  try {
    found = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  return found
    .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function noFolder(file: string, kind: EntryKind): WaybillError {
  const what = kind === "file" ? "a file" : "a link or a special file";
  return new WaybillError("MALFORMED", `here stands ${what}, not a folder`, {
    place: { file },
    hint: "put the folder itself there; a registry follows no links",
  });
}

function kindOf(entry: Dirent | Stats): EntryKind {
  return entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other";
}
