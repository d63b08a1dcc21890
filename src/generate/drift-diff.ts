import { createTwoFilesPatch } from "diff";
import { terminal } from "../escape/index.ts";
import type { Drift } from "./output.ts";

/** A unified diff from what is on disk to what generating would write. */
export function driftDiff({ path: file, onDisk, generated }: Drift): string {
  const patch = createTwoFilesPatch(
    onDisk === undefined ? "(none)" : file,
    generated === undefined ? "(none)" : file,
    onDisk ?? "",
    generated ?? "",
    "on disk",
    "generated",
  );
  return patch
    .split("\n")
    .map((line) => terminal(line))
    .join("\n");
}
