import { terminal } from "../escape/index.ts";
import type { UpgradeTotals } from "../migrate/index.ts";

const kinds = ["upgraded", "current", "drift", "unsupported", "malformed", "unrouted"] as const;

/** What an upgrade came to, for people. */
export function totalsText(totals: UpgradeTotals): string {
  const counts = kinds.filter((kind) => totals[kind] > 0).map((kind) => `${totals[kind]} ${kind}`);
  const taken = [...totals.by].map(([by, count]) => `  ${count}  ${by}\n`);
  const left = [...totals.reasons].map(
    ([reason, { count, line }]) => `  ${count}  ${terminal(reason)} (first in line ${line})\n`,
  );
  return `${totals.lines} lines: ${counts.join(", ") || "nothing to do"}\n${taken.join("")}${left.join("")}`;
}

/** The same for programs. */
export function totalsJson(file: string, output: string | undefined, totals: UpgradeTotals): string {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, totals[kind]]));
  const by = [...totals.by].map(([migrations, lines]) => ({ migrations, lines }));
  const left = [...totals.reasons].map(([reason, { count, line }]) => ({
    reason,
    lines: count,
    first: line,
  }));
  const answer = {
    format: "waybill.journal/1",
    action: "upgrade",
    file,
    output: output ?? null,
    lines: totals.lines,
    ...counts,
    by,
    left,
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
