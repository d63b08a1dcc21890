import { spawnSync } from "node:child_process";
import { gitFile } from "./tree-git.ts";

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

/** Further back nobody looks: what was damaged longer ago is a matter for people. */
const furthest = 200;

/** @param folder a folder of the repository, or of none. */
export function historyOf(folder: string): History {
  const read: History["read"] = (commit, path) => {
    try {
      return gitFile(folder, commit, path);
    } catch {
      return undefined;
    }
  };
  return {
    known: commits(folder, ["--max-count=1"]).length > 0,
    read,
    holding(path, isIt) {
      const candidates = ["HEAD", ...commits(folder, [`--max-count=${furthest}`, "--all"], path)];
      return candidates.find((commit) => {
        const bytes = read(commit, path);
        return bytes !== undefined && isIt(bytes, commit);
      });
    },
  };
}

function commits(folder: string, options: readonly string[], path?: string): readonly string[] {
  const done = spawnSync(
    "git",
    ["log", "--format=%h", ...options, "HEAD", "--", ...(path === undefined ? [] : [path])],
    {
      cwd: folder,
      encoding: "utf8",
      windowsHide: true,
      env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1" },
    },
  );
  return done.status === 0 ? done.stdout.split("\n").filter((line) => line !== "") : [];
}
