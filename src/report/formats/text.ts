import { terminal } from "../../escape/index.ts";
import type { Finding, Json } from "../../model.ts";
import { folded } from "../folded.ts";
import { countWords, grouped, ordered, plural } from "../order.ts";
import { type Paint, painter, severityColors } from "../paint.ts";
import type { Comparison, ReportFormat, ReportSummary, Style } from "../report.ts";
import {
  directionWords,
  oldPlace,
  pair,
  place,
  proseWords,
  rejection,
  rollOut,
  neither,
  versions,
} from "../words.ts";
import { wrap, wrapJson } from "../wrap.ts";

/** For people at a terminal: by subject and rule, worst first, each with what to do. */
export const text: ReportFormat = {
  name: "text",
  summary: "for people",
  render(findings, summary, style) {
    const body = textFindings(findings, style, summary.comparisons);
    const said = [totals(findings, summary, painter(style)), ...wayOn(findings)];
    return `${body}${said.map((line) => `${wrap(line, style.width)}\n`).join("")}`;
  },
};

/** The findings alone; empty where there is none. */
export function textFindings(
  findings: readonly Finding[],
  style: Style,
  comparisons: readonly Comparison[] = [],
): string {
  const paint = painter(style);
  const told = grouped(ordered(findings), ({ subject }) => subject ?? "registry");
  // A subject of which only texts changed has a head and nothing else to say; a first version has not even that.
  const quiet = comparisons.filter(({ subject, from }) => from !== null && !told.has(subject));
  const subjects = new Map([
    ...quiet.map(({ subject }): [string, readonly Finding[]] => [subject, []]),
    ...told,
  ]);
  const blocks = [...subjects].flatMap(([subject, held]) => {
    const compared = comparisons.find((one) => one.subject === subject);
    return [
      paint("bold", terminal(subject)),
      ...(compared ? [paint("dim", `  ${wrap(terminal(heading(compared)), style.width, 2)}`)] : []),
      ...[...grouped(held, alike)].flatMap(([, same]) => block(same, paint, style, compared)),
      "",
    ];
  });
  return blocks.map((line) => `${line}\n`).join("");
}

/** `1 → 2, roll out readers first, texts changed: 9 description` */
function heading(compared: Comparison): string {
  const order = rollOut(compared);
  const texts = proseWords(compared.changes);
  return [
    versions(compared),
    order === "–" ? "" : order === neither ? "no roll-out order works" : `roll out ${order}`,
    texts === "" ? "" : `texts changed: ${texts}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** Findings that differ in place and message only are told together. */
function alike({ severity, rule, why, fix }: Finding): string {
  return JSON.stringify([severity, rule, why, fix]);
}

function block(
  findings: readonly Finding[],
  paint: Paint,
  { width }: Style,
  compared: Comparison | undefined,
): readonly string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const labelled = (label: string, said: string, indent: number): readonly string[] =>
    said === ""
      ? []
      : [`${" ".repeat(indent)}${paint("dim", label.padEnd(8))}${wrap(terminal(said), width, indent + 8)}`];
  // Nobody needs a reason for what asks nothing of him.
  const quiet = first.severity === "info" && first.fix === nothing;
  const witness = (instance: Json) => {
    const [line = "", ...rest] = wrapJson(shorten(instance), width - 14);
    return [
      `      ${paint("dim", "witness ")}${terminal(line)}`,
      ...rest.map((more) => `${" ".repeat(14)}${terminal(more)}`),
    ];
  };
  return [
    `  ${paint(severityColors[first.severity], first.severity === "info" ? "note" : first.severity)} ${first.rule}`,
    ...folded(findings).flatMap((directions) => {
      const [finding = first] = directions;
      return [
        ...(finding.file === null ? [] : [`    ${terminal(place(finding))}`]),
        `      ${wrap(terminal(finding.message), width, 6)}`,
        ...labelled("was", oldPlace(finding), 6),
        ...(compared !== undefined && finding.from === compared.from && finding.to === compared.to
          ? []
          : labelled(finding.from !== null && finding.to !== null ? "between" : "version", pair(finding), 6)),
        ...directions.flatMap((one) => [
          ...labelled("breaks", directionWords(one) ?? "", 6),
          ...(one.witness === null ? [] : witness(one.witness.instance)),
          ...labelled("", rejection(one), 6),
        ]),
        ...(finding.from === null || quiet ? [] : labelled("id", finding.fingerprint, 6)),
      ];
    }),
    ...(quiet ? [] : [...labelled("why", first.why, 4), ...labelled("fix", first.fix, 4)]),
  ];
}

/** Where a schema breaks with another: who means it can say so. */
function wayOn(findings: readonly Finding[]): readonly string[] {
  const breaks = findings.some(({ severity, from }) => severity === "error" && from !== null);
  return breaks ? ["to take a break on, with a reason and an owner: `waybill accept <id>`"] : [];
}

/** What a rule says where there is nothing to fix. */
const nothing = "Nothing to do.";

function shorten(instance: Json): string {
  const json = JSON.stringify(instance);
  return json.length > 600 ? `${json.slice(0, 600)}… (${json.length} characters)` : json;
}

function totals(findings: readonly Finding[], summary: ReportSummary, paint: Paint): string {
  const scope = `${plural(summary.subjects, "subject")}, ${plural(summary.versions, "version")}`;
  const time = Math.round(summary.checks.reduce((sum, { milliseconds }) => sum + milliseconds, 0));
  const ran = `${plural(summary.checks.length, "check")} in ${time} ms`;
  const verdict = summary.failed ? paint("red", "found wanting") : paint("green", "clean");
  return `${verdict}: ${countWords(findings)} in ${scope} (${ran})`;
}
