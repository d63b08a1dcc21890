import type { Finding, Severity } from "../model.ts";

export const severities: readonly Severity[] = ["error", "warning", "info"];

/** Worst first, then by subject, what is on no subject last, then by file, line, column and rule: the same findings always print the same. */
export function ordered(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      Number(a.subject === null) - Number(b.subject === null) ||
      compare(a.subject ?? "", b.subject ?? "") ||
      compare(a.file ?? "", b.file ?? "") ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function count(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** `2 errors, 1 warning`; `no findings` where there is none. */
export function countWords(findings: readonly Finding[]): string {
  const words = severities
    .map((severity) => plural(count(findings, severity), severity === "info" ? "note" : severity))
    .filter((part) => !part.startsWith("0 "));
  return words.length === 0 ? "no findings" : words.join(", ");
}

/** `1 version`, `3 versions` */
export function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Entries by a key, in order of first appearance. */
export function grouped<T>(
  entries: readonly T[],
  key: (entry: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const name = key(entry);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [entry]);
    else group.push(entry);
  }
  return groups;
}
