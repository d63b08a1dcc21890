import { terminal } from "../escape/index.ts";
import type { Group, LinePlace, Remark, Totals } from "./tally.ts";

/** One error or note: `logs/a.jsonl:12: /delta/agent minLength: must not be empty (mission.v1/InnerStateChanged)`. */
export function remarkLine(
  kind: "error" | "note",
  { subject, pointer, keyword, message }: Remark,
  place: LinePlace,
): string {
  const where = `${terminal(place.file)}:${place.line}`;
  const what = kind === "note" ? "note" : keyword;
  return `${where}: ${spot(pointer)} ${what}: ${terminal(message)}${subject === null ? "" : ` (${subject})`}\n`;
}

/** The end of every run: counts by subject and in all; before them the groups, where asked for. */
export function totalsText(
  totals: Totals,
  notes: readonly Group[],
  { grouped }: { readonly grouped: boolean },
): string {
  const lines: string[] = [];
  if (grouped) {
    lines.push(...totals.groups.flatMap((group) => groupLines("error", group)));
    lines.push(...notes.flatMap((group) => groupLines("note", group)));
  }
  const subjects = Object.entries(totals.bySubject);
  const widest = Math.max(0, ...subjects.map(([subject]) => subject.length));
  for (const [subject, count] of subjects) {
    lines.push(`${subject.padEnd(widest)}  ${number(count.valid)} of ${number(count.lines)} valid`);
  }
  const parts = [
    `${number(totals.lines)} ${totals.lines === 1 ? "line" : "lines"}: ${number(totals.valid)} valid`,
  ];
  parts.push(`${number(totals.invalid)} invalid`);
  for (const name of ["malformed", "unrouted", "notes"] as const) {
    if (totals[name] > 0)
      parts.push(`${number(totals[name])} ${name === "notes" && totals.notes === 1 ? "note" : name}`);
  }
  lines.push(parts.join(", "));
  return `${lines.join("\n")}\n`;
}

/** The `--json` answer, a `waybill.v1/ValidateAnswer`. */
export function totalsJson(totals: Totals): string {
  return `${JSON.stringify({ format: "waybill.validate/1", ...totals }, null, 2)}\n`;
}

function groupLines(
  kind: "error" | "note",
  { subject, pointer, keyword, message, count, first }: Group,
): readonly string[] {
  const what = kind === "note" ? "note" : keyword;
  const head = `${number(count).padStart(7)} × ${subject === null ? "" : `${subject} `}${spot(pointer)} ${what}: ${terminal(message)}`;
  return [head, `${" ".repeat(10)}first at ${terminal(first.file)}:${first.line}`];
}

function spot(pointer: string): string {
  return pointer === "" ? "(root)" : terminal(pointer);
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}
