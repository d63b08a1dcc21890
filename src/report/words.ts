import type { Direction, Finding } from "../model.ts";
import type { Comparison } from "./report.ts";

const directions: Readonly<Record<Direction, string>> = {
  backward: "a new reader cannot read old data",
  forward: "an old reader cannot read new data",
};

/** Who can no longer read what; undefined where the finding is about no direction. */
export function directionWords(finding: Finding): string | undefined {
  return finding.direction === null ? undefined : directions[finding.direction];
}

/** `registry/cogo.v1/Actor/schema.json:14:7`; empty where the finding has no file. */
export function place({ file, line, column }: Finding): string {
  return [file, line, column].filter((part) => part !== null).join(":");
}

/** `cogo.v1/Actor@1 → cogo.v1/Actor@2`, or the one side there is. */
export function pair({ from, to }: Finding): string {
  return [from, to].filter((side) => side !== null).join(" → ");
}

/** `rejected by cogo.v1/Actor@2: /agent: must be a string` */
export function rejection({ witness }: Finding): string {
  if (witness === null) return "";
  const errors = witness.errors.map(
    (error) => `${error.pointer === "" ? "the document" : error.pointer}: ${error.message}`,
  );
  return `accepted by ${witness.acceptedBy}, rejected by ${witness.rejectedBy}${errors.length === 0 ? "" : ` (${errors.join("; ")})`}`;
}

/** Who must be upgraded first; a dash where that is not known. */
export function rollOut({ backward, forward }: Comparison): string {
  const reads = backward === "compatible";
  const isRead = forward === "compatible";
  if (reads && isRead) return "any order";
  if (reads) return "readers first";
  if (isRead) return "writers first";
  if (backward === "incompatible" && forward === "incompatible") return "not side by side";
  return "–";
}
