import { statSync } from "node:fs";
import { resolve } from "node:path";
import { folderTree, type Tree } from "./tree.ts";
import { gitTree, mergeBase } from "./tree-git.ts";

/**
 * The registry that `--against` names: a git ref, `merge-base` or `merge-base:<ref>`, `<ref>:<path>`,
 * `.git#branch=main,subdir=registry`, or a folder.
 * @param registry the registry's folder relative to `cwd`, where the words name none.
 * @throws WaybillError CANNOT_RUN where the ref is not in this clone.
 */
export function treeAgainst(cwd: string, words: string, registry: string): Tree {
  const [, options] = /^\.git#(.+)$/.exec(words) ?? [];
  if (options !== undefined) {
    const named = new Map(
      options
        .split(",")
        .map((option) => [option.slice(0, option.indexOf("=")), option.slice(option.indexOf("=") + 1)]),
    );
    const ref = named.get("branch") ?? named.get("tag") ?? named.get("ref") ?? "HEAD";
    return gitTree(cwd, ref, named.get("subdir") ?? registry);
  }
  if (words === "merge-base") return gitTree(cwd, mergeBase(cwd, "main"), registry);
  if (words.startsWith("merge-base:"))
    return gitTree(cwd, mergeBase(cwd, words.slice("merge-base:".length)), registry);
  // A folder says that it is one: a pull request can bring a folder named like a branch.
  if (/^\.{0,2}\//.test(words) && statSync(resolve(cwd, words), { throwIfNoEntry: false })?.isDirectory())
    return folderTree(resolve(cwd, words), words);
  const colon = words.indexOf(":");
  return colon === -1
    ? gitTree(cwd, words, registry)
    : gitTree(cwd, words.slice(0, colon), words.slice(colon + 1).replace(/\/$/, ""));
}
