import { existsSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { type Config, loadConfig, readConfig } from "../config/load.ts";
import { folderTree, type Tree } from "./tree.ts";
import { gitFile, gitTree, mergeBase } from "./tree-git.ts";

/** What a comparison is made with. */
export interface BaseSide {
  readonly tree: Tree;
  /** Its own `waybill.yaml`, with defaults; undefined where there is neither one nor a registry. */
  readonly config: Config | undefined;
}

/**
 * The registry that `--against` names: a git ref, `merge-base` or `merge-base:<ref>`, `<ref>:<path>`,
 * `.git#branch=main,subdir=registry`, or a folder (a registry, or a project with its `waybill.yaml`).
 * It lies where its own `waybill.yaml` says, unless the words name a path.
 * @throws WaybillError CANNOT_RUN where the ref is not in this clone, USAGE where its `waybill.yaml` is wrong.
 */
export function baseSide(words: string, head: Config): BaseSide {
  const { root } = head;
  // A folder says that it is one: a pull request can bring a folder named like a branch.
  const folder = /^\.{0,2}\//.test(words) ? resolve(root, words) : undefined;
  if (folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return folderSide(folder, words, head);
  const { ref, path } = gitWords(words, root);
  return gitSide(ref, head, path);
}

/** The same for a git ref. @param path the registry's folder there, where it was named. */
export function gitSide(ref: string, head: Config, path?: string): BaseSide {
  const config = configAt(ref, head);
  const tree = gitTree(head.root, ref, path ?? config.registryShown);
  const beginning = config.file === undefined && tree.list("").length === 0;
  return { tree, config: beginning ? undefined : config };
}

function gitWords(words: string, root: string): { readonly ref: string; readonly path?: string } {
  const [, options] = /^\.git#(.+)$/.exec(words) ?? [];
  if (options !== undefined) {
    const named = new Map(
      options
        .split(",")
        .map((option) => [option.slice(0, option.indexOf("=")), option.slice(option.indexOf("=") + 1)]),
    );
    const ref = named.get("branch") ?? named.get("tag") ?? named.get("ref") ?? "HEAD";
    const path = named.get("subdir");
    return path === undefined ? { ref } : { ref, path };
  }
  if (words === "merge-base") return { ref: mergeBase(root, "main") };
  if (words.startsWith("merge-base:")) return { ref: mergeBase(root, words.slice("merge-base:".length)) };
  const colon = words.indexOf(":");
  return colon === -1
    ? { ref: words }
    : { ref: words.slice(0, colon), path: words.slice(colon + 1).replace(/\/$/, "") };
}

/** The configuration at a ref. One named from outside the project is the caller's own, and no pull request's. */
function configAt(ref: string, head: Config): Config {
  const file = head.named ?? "waybill.yaml";
  if (isAbsolute(file) || file.split(/[\\/]/).includes("..")) return head;
  return readConfig(gitFile(head.root, ref, file), head.root, `${ref}:${file}`);
}

function folderSide(folder: string, shown: string, head: Config): BaseSide {
  if (existsSync(join(folder, "waybill.yaml"))) {
    const config = loadConfig(folder);
    return { tree: folderTree(config.registry, join(shown, config.registryShown)), config };
  }
  const suffix = `/${head.registryShown}`;
  const root = folder.endsWith(suffix) ? folder.slice(0, -suffix.length) : dirname(folder);
  const config = existsSync(join(root, "waybill.yaml")) ? loadConfig(root) : undefined;
  return { tree: folderTree(folder, shown), config };
}
