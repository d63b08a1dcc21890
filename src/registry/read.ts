import { readFileStrict } from "../input/index.ts";
import type { Tree } from "./tree.ts";

/** The bytes of one file of a tree, read by the strict reader. A lock may be larger than a schema. */
export function readBytes(tree: Tree, path: string, profile: "registry" | "loose" | "lock"): Uint8Array {
  return readFileStrict(tree.absolute(path), {
    file: tree.shown(path),
    profile: profile === "lock" ? "loose" : profile,
  });
}
