import type { Change, Direction, Finding, ValidationError } from "../model.ts";
import { grouped } from "./order.ts";
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

/** `registry/cogo.v1/Actor/versions/1.json:9:7`; empty where the old schema has no such place. */
export function oldPlace({ oldPlace: was }: Finding): string {
  return was === undefined ? "" : `${was.file}:${was.line}:${was.column}`;
}

/** Whether somebody took the break on: a note that has to be seen. */
export function isAccepted({ severity, message }: Finding): boolean {
  return severity === "info" && message.startsWith("accepted by ");
}

/** `1 → 2`, or `first`. */
export function versions({ from, to }: Pick<Comparison, "from" | "to">): string {
  return from === null ? "first version" : `${selector(from)} → ${selector(to)}`;
}

function selector(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** The rule of changes that no reader or writer notices. */
const prose = "ANNOTATION_CHANGED";

export function isProse({ rule }: Change): boolean {
  return rule === prose;
}

/** `9 description, 2 examples`: annotations that changed, by keyword; empty where none did. */
export function proseWords(changes: readonly Change[]): string {
  const keywords = grouped(
    changes.filter(isProse),
    ({ message }) => /annotation "([\w$-]+)" changed$/.exec(message)?.[1] ?? "other",
  );
  return [...keywords].map(([keyword, same]) => `${same.length} ${keyword}`).join(", ");
}

/** `cogo.v1/Actor@1 → cogo.v1/Actor@2`, or the one side there is. */
export function pair({ from, to }: Finding): string {
  return [from, to].filter((side) => side !== null).join(" → ");
}

/** `rejected by cogo.v1/Actor@2: /agent: must be a string` */
export function rejection({ witness }: Finding): string {
  if (witness === null) return "";
  const errors = errorWords(witness.errors);
  return `accepted by ${witness.acceptedBy}, rejected by ${witness.rejectedBy}${errors === "" ? "" : ` (${errors})`}`;
}

/** `/agent: must be a string; the document: must have "order"` */
export function errorWords(errors: readonly ValidationError[]): string {
  return errors
    .map(({ pointer, message }) => `${pointer === "" ? "the document" : pointer}: ${message}`)
    .join("; ");
}

/** The roll-out where each side rejects what the other writes. */
export const neither = "not side by side";

/** Who must be upgraded first; a dash where that is not known. */
export function rollOut({ backward, forward }: Comparison): string {
  const reads = backward === "compatible";
  const isRead = forward === "compatible";
  if (reads && isRead) return "in any order";
  if (reads) return "readers first";
  if (isRead) return "writers first";
  if (backward === "incompatible" && forward === "incompatible") return neither;
  return "–";
}
