import type { Finding } from "../model.ts";
import { grouped } from "./order.ts";

/**
 * Findings by the edit they tell of: one that breaks both directions is told once for each, with the same id at the same
 * place, and is one thing to mend. Old data to a new reader first; all else stands alone, in the order given.
 */
export function folded(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const edits = grouped([...findings.entries()], ([index, finding]) => edit(finding, index));
  return [...edits.values()].map((held) => held.map(([, finding]) => finding).toSorted(byDirection));
}

function edit(finding: Finding, index: number): string {
  if (finding.direction === null) return String(index);
  const { fingerprint, file, line, column, oldPlace, from, to, message, fix } = finding;
  return JSON.stringify([fingerprint, file, line, column, oldPlace, from, to, message, fix]);
}

function byDirection(a: Finding, b: Finding): number {
  return Number(a.direction === "forward") - Number(b.direction === "forward");
}
