import { terminal } from "../../escape/index.ts";
import type { Finding } from "../../model.ts";
import { countWords, grouped, ordered, plural } from "../order.ts";
import { type Paint, painter, severityColors } from "../paint.ts";
import type { ReportFormat, ReportSummary, Style } from "../report.ts";
import { directionWords, pair, place, rejection } from "../words.ts";
import { wrap } from "../wrap.ts";

/** For people at a terminal: by subject and rule, worst first, each with what to do. */
export const text: ReportFormat = {
  name: "text",
  summary: "for people",
  render(findings, summary, style) {
    const body = textFindings(findings, style);
    return `${body}${wrap(totals(findings, summary, painter(style)), style.width)}\n`;
  },
};

/** The findings alone; empty where there is none. */
export function textFindings(findings: readonly Finding[], style: Style): string {
  const paint = painter(style);
  const subjects = grouped(ordered(findings), ({ subject }) => subject ?? "registry");
  const blocks = [...subjects].flatMap(([subject, held]) => [
    paint("bold", terminal(subject)),
    ...[...grouped(held, alike)].flatMap(([, same]) => block(same, paint, style)),
    "",
  ]);
  return blocks.map((line) => `${line}\n`).join("");
}

/** Findings that differ in place and message only are told together. */
function alike({ severity, rule, why, fix }: Finding): string {
  return JSON.stringify([severity, rule, why, fix]);
}

function block(findings: readonly Finding[], paint: Paint, { width }: Style): readonly string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const labelled = (label: string, said: string, indent: number): readonly string[] =>
    said === ""
      ? []
      : [`${" ".repeat(indent)}${paint("dim", label.padEnd(8))}${wrap(terminal(said), width, indent + 8)}`];
  return [
    `  ${paint(severityColors[first.severity], first.severity === "info" ? "note" : first.severity)} ${first.rule}`,
    ...findings.flatMap((finding) => [
      ...(finding.file === null ? [] : [`    ${terminal(place(finding))}`]),
      `      ${wrap(terminal(finding.message), width, 6)}`,
      ...labelled(finding.from !== null && finding.to !== null ? "between" : "version", pair(finding), 6),
      ...labelled("breaks", directionWords(finding) ?? "", 6),
      ...labelled(
        "witness",
        finding.witness === null ? "" : shorten(JSON.stringify(finding.witness.instance)),
        6,
      ),
      ...labelled("", rejection(finding), 6),
      ...(finding.from === null ? [] : labelled("id", finding.fingerprint, 6)),
    ]),
    ...labelled("why", first.why, 4),
    ...labelled("fix", first.fix, 4),
  ];
}

function shorten(json: string): string {
  return json.length > 600 ? `${json.slice(0, 600)}… (${json.length} characters)` : json;
}

function totals(findings: readonly Finding[], summary: ReportSummary, paint: Paint): string {
  const scope = `${plural(summary.subjects, "subject")}, ${plural(summary.versions, "version")}`;
  const time = Math.round(summary.checks.reduce((sum, { milliseconds }) => sum + milliseconds, 0));
  const ran = `${plural(summary.checks.length, "check")} in ${time} ms`;
  const verdict = summary.failed ? paint("red", "found wanting") : paint("green", "clean");
  return `${verdict}: ${countWords(findings)} in ${scope} (${ran})`;
}
