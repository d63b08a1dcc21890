import { bundles, contents, git } from "./tree-contents.ts";

/** What the commits of this clone hold of files that are not as they should be. */
export interface History {
  /** Whether there are commits at all. */
  readonly known: boolean;
  /**
   * The newest commit that holds a file as it should be: `HEAD`, or a short id. Undefined where none does.
   * @param path relative to the folder.
   */
  holding(path: string, isIt: (bytes: Uint8Array, commit: string) => boolean): string | undefined;
  /** The bytes of a file in a commit. */
  read(commit: string, path: string): Uint8Array | undefined;
}

interface Change {
  readonly commit: string;
  /** Of the file as this commit left it. */
  readonly blob: string;
}

/** Changes of one file: further back nobody looks, what was damaged longer ago is a matter for people. */
const furthest = 200;
/** Commits of the folder. */
const mostCommits = 5_000;

/**
 * However many files are damaged, git is asked for one listing of HEAD, for one of the commits, and for contents by the bundle.
 * @param folder a folder of the repository, or of none.
 */
export function historyOf(folder: string): History {
  const head = once(() => listing(folder));
  const older = once(() => changes(folder));
  const atHead = once(() => bundles(folder, [...(head()?.values() ?? [])]));
  const before = once(() =>
    bundles(
      folder,
      [...older().values()].flat().map(({ blob }) => blob),
    ),
  );
  const inHead = (path: string) => {
    const blob = head()?.get(path);
    return blob === undefined ? undefined : atHead()(blob);
  };
  return {
    get known() {
      return head() !== undefined;
    },
    read: (commit, path) =>
      commit === "HEAD" ? inHead(path) : contents(folder, [`${commit}:./${path}`])?.[0],
    holding(path, isIt) {
      if (head() === undefined) return undefined;
      const now = inHead(path);
      if (now !== undefined && isIt(now, "HEAD")) return "HEAD";
      return older()
        .get(path)
        ?.find(({ commit, blob }) => {
          const bytes = before()(blob);
          return bytes !== undefined && isIt(bytes, commit);
        })?.commit;
    },
  };
}

/** Regular files at HEAD, with their blobs; undefined where there are no commits. */
function listing(folder: string): ReadonlyMap<string, string> | undefined {
  const said = git(folder, ["ls-tree", "-r", "-z", "HEAD"])?.toString("utf8");
  if (said === undefined) return undefined;
  const found = new Map<string, string>();
  for (const line of said.split("\0")) {
    const [, blob = "", path = ""] = /^100\d+ blob ([0-9a-f]+)\t([\s\S]*)$/.exec(line) ?? [];
    if (blob !== "") found.set(path, blob);
  }
  return found;
}

/** What the commits of all branches changed in the folder, by path, newest first. Of a merge, what differs from any parent. */
function changes(folder: string): ReadonlyMap<string, readonly Change[]> {
  const shown = ["--raw", "-z", "-m", "--no-renames", "--relative", "--format=%x01%h"];
  const said = git(folder, ["log", ...shown, `--max-count=${mostCommits}`, "--all", "HEAD", "--", "."]);
  const found = new Map<string, Change[]>();
  let commit = "";
  // `\1commit`, then of every file `:modes blobs status` and its path.
  const parts = (said?.toString("utf8") ?? "").split("\0").values();
  for (const part of parts) {
    if (!part.startsWith("\n:") && !part.startsWith(":")) {
      commit = part.slice(1);
      continue;
    }
    const path = parts.next().value;
    const [, blob] = /^\n?:\d+ 100\d+ [0-9a-f]+ ([0-9a-f]+) [AMT]$/.exec(part) ?? [];
    if (blob === undefined || path === undefined) continue;
    const before = found.get(path) ?? [];
    if (before.length < furthest) before.push({ commit, blob });
    found.set(path, before);
  }
  return found;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
