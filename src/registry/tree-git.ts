import { spawnSync } from "node:child_process";
import { WaybillError } from "../errors.ts";
import { bounds, type Profile } from "../input/index.ts";
import { nothingUnfinished } from "./intent.ts";
import type { EntryKind, Tree } from "./tree.ts";

/**
 * A registry as it stands at a git ref. Plumbing only, by object id; nothing is checked out, cloned or fetched.
 * @param cwd a folder of the repository. @param path the registry's folder, relative to `cwd`.
 * @throws WaybillError CANNOT_RUN where the ref or an object is missing: a damaged or shallow clone never looks compatible.
 */
export function gitTree(cwd: string, ref: string, path: string): Tree {
  const commit = commitOf(cwd, ref);
  const listing = git(
    cwd,
    ["ls-tree", "-r", "-z", "-l", commit, "--", `${path}/`],
    undefined,
    `"${ref}" cannot be listed`,
  );
  const blobs = new Map<string, { readonly id: string; readonly kind: EntryKind; readonly size: number }>();
  for (const line of listing.split("\0")) {
    const [, mode = "", type = "", id = "", size = "", name = ""] =
      /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t([\s\S]*)$/.exec(line) ?? [];
    if (!name.startsWith(`${path}/`)) continue;
    const regular = type === "blob" && mode !== "120000";
    blobs.set(name.slice(path.length + 1), { id, kind: regular ? "file" : "other", size: Number(size) || 0 });
  }
  if (blobs.size === 0) refuseElsewhere(cwd, commit, `${ref}:${path}`);
  const contents = readBlobs(
    cwd,
    ref,
    [...blobs.values()].filter(({ kind }) => kind === "file").map(({ id }) => id),
  );
  const shown = (file: string) => `${ref}:${path}/${file}`;
  const folders = foldersOf(blobs);
  return {
    root: `${ref}:${path}`,
    shown,
    list: (folder) => folders.get(folder) ?? [],
    unfinished: () => nothingUnfinished,
    stamp: () => commit,
    read(file: string, profile: Profile) {
      const blob = blobs.get(file);
      const bytes = blob === undefined ? undefined : contents.get(blob.id);
      if (blob === undefined || bytes === undefined)
        throw new WaybillError("CANNOT_RUN", "the file is not at this ref", { place: { file: shown(file) } });
      if (blob.size > bounds[profile].bytes)
        throw new WaybillError("MALFORMED", `the file has ${blob.size} bytes`, {
          place: { file: shown(file) },
          hint: `at most ${bounds[profile].bytes} are read`,
        });
      return bytes;
    },
  };
}

/**
 * One file as it stands at a git ref; undefined where there is none, or no regular one. @param path relative to `cwd`.
 * @throws WaybillError CANNOT_RUN as `gitTree` does.
 */
export function gitFile(cwd: string, ref: string, path: string): Uint8Array | undefined {
  const commit = commitOf(cwd, ref);
  const listing = git(cwd, ["ls-tree", "-z", commit, "--", path], undefined, `"${ref}" cannot be listed`);
  const [, mode, id] = /^(\d+) blob ([0-9a-f]+)\t/.exec(listing) ?? [];
  if (id === undefined || mode === "120000") return undefined;
  return readBlobs(cwd, ref, [id]).get(id);
}

function commitOf(cwd: string, ref: string): string {
  return git(
    cwd,
    ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`],
    undefined,
    missingRef(ref),
  ).trim();
}

/** The newest commit that HEAD and a ref have in common. @throws WaybillError CANNOT_RUN where there is none. */
export function mergeBase(cwd: string, ref: string): string {
  return git(cwd, ["merge-base", "--end-of-options", "HEAD", ref], undefined, missingRef(ref)).trim();
}

/** The entries of every folder, made once: a registry has thousands. */
function foldersOf(
  blobs: ReadonlyMap<string, { readonly kind: EntryKind }>,
): ReadonlyMap<string, readonly { name: string; kind: EntryKind }[]> {
  const found = new Map<string, Map<string, EntryKind>>();
  const add = (path: string, kind: EntryKind): void => {
    const slash = path.lastIndexOf("/");
    const folder = path.slice(0, Math.max(slash, 0));
    let entries = found.get(folder);
    if (entries === undefined) {
      entries = new Map();
      found.set(folder, entries);
      if (folder !== "") add(folder, "folder");
    }
    entries.set(path.slice(slash + 1), kind);
  };
  for (const [path, { kind }] of blobs) add(path, kind);
  return new Map(
    [...found].map(([folder, entries]) => [
      folder,
      [...entries].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    ]),
  );
}

/** One `cat-file --batch` for all: header line, bytes, line end, again. */
function readBlobs(cwd: string, ref: string, ids: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const output = run(cwd, ["cat-file", "--batch"], `${[...new Set(ids)].join("\n")}\n`);
  const found = new Map<string, Uint8Array>();
  if (ids.length === 0) return found;
  let offset = 0;
  while (offset < output.length) {
    const end = output.indexOf(10, offset);
    const [id = "", type = "", size = ""] = output.subarray(offset, end).toString("utf8").split(" ");
    if (type === "missing") {
      throw new WaybillError("CANNOT_RUN", `an object of "${ref}" is missing from this clone`, {
        hint: "the clone is shallow or damaged; run: git fetch --unshallow",
      });
    }
    if (type === "") break;
    found.set(id, output.subarray(end + 1, end + 1 + Number(size)));
    offset = end + 1 + Number(size) + 1;
  }
  return found;
}

/** A ref without a registry is a beginning; one that keeps it elsewhere must not look like a beginning. */
function refuseElsewhere(cwd: string, commit: string, named: string): void {
  const names = git(
    cwd,
    ["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit],
    undefined,
    "the ref cannot be listed",
  );
  const found = names.split("\0").find((name) => name === "waybill.lock" || name.endsWith("/waybill.lock"));
  if (found === undefined) return;
  throw new WaybillError(
    "CANNOT_RUN",
    `there is no registry at "${named}"; this ref keeps one at "${found.replace(/\/?waybill\.lock$/, "")}"`,
    {
      hint: "name it: --against <ref>:<path>",
    },
  );
}

function missingRef(ref: string): string {
  return `there is no commit "${ref}" in this clone; fetch it first: git fetch origin ${/^[\w./-]+$/.test(ref) ? ref.replace(/^origin\//, "") : "<ref>"}`;
}

function git(cwd: string, args: readonly string[], input: string | undefined, failure: string): string {
  try {
    return run(cwd, args, input).toString("utf8");
  } catch (error) {
    if (error instanceof WaybillError && error.place.file === undefined && error.hint !== undefined)
      throw error;
    throw new WaybillError("CANNOT_RUN", failure, { cause: error });
  }
}

function run(cwd: string, args: readonly string[], input: string | undefined): Buffer {
  const done = spawnSync("git", args, {
    cwd,
    input,
    maxBuffer: 1 << 30,
    windowsHide: true,
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1" },
  });
  if (done.error !== undefined)
    throw new WaybillError("CANNOT_RUN", "git could not be run", {
      cause: done.error,
      hint: "install git, or use a command that needs no ref",
    });
  if (done.status !== 0) throw new Error(done.stderr.toString("utf8"));
  return done.stdout;
}
