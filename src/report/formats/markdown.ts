import { markdownCode as code, markdownText as escaped, terminal } from "../../escape/index.ts";
import type { Finding } from "../../model.ts";
import { foldedChanges } from "../markdown-changes.ts";
import { prose } from "../markdown-prose.ts";
import { countWords, grouped, ordered, plural } from "../order.ts";
import type { Comparison, Reading, ReportFormat } from "../report.ts";
import {
  directionWords,
  errorWords,
  isAccepted,
  oldPlace,
  pair,
  place,
  rollOut,
  versions,
} from "../words.ts";

/** A comment of a pull request may be 65,536 characters long; findings beyond this are counted. */
const roomForFindings = 50_000;

/** By this first line a bot finds its earlier comment and replaces it. */
export const commentMark = "<!-- waybill check -->";

/** One comment on a pull request, replaced at each push: who can read whom, then each finding. */
export const markdown: ReportFormat = {
  name: "markdown",
  summary: "one comment on a pull request",
  render(findings, { subjects, versions, failed, comparisons = [] }) {
    const scope = `${plural(subjects, "subject")}, ${plural(versions, "version")}`;
    const sorted = ordered(findings);
    const notes = sorted.filter((finding) => finding.severity === "info" && !isAccepted(finding));
    const told = sorted.filter((finding) => !notes.includes(finding));
    return [
      commentMark,
      `## waybill: ${failed ? "found wanting" : "clean"}`,
      "",
      `${countWords(findings)} in ${scope}.`,
      "",
      ...comparisonTable(comparisons),
      ...findingSections([...grouped(told, alike).values()]),
      ...foldedChanges(notes, told, comparisons),
    ].join("\n");
  },
};

/** Findings without a witness that differ in place and message only are told together. */
function alike({ severity, rule, subject, why, fix, witness, fingerprint }: Finding): string {
  return JSON.stringify([severity, rule, subject, why, fix, witness === null ? null : fingerprint]);
}

function comparisonTable(comparisons: readonly Comparison[]): readonly string[] {
  if (comparisons.length === 0) return [];
  const withPostcard = comparisons.some(({ postcard }) => postcard !== null);
  const head = ["subject", "version", "old data, new reader", "new data, old reader", "roll out"];
  const rows = comparisons.map((one) => [
    code(one.subject),
    escaped(versions(one)),
    readings[one.backward],
    readings[one.forward],
    rollOut(one),
    ...(withPostcard ? [one.postcard === null ? "–" : postcardLink(one.postcard)] : []),
  ]);
  const columns = withPostcard ? [...head, "postcard"] : head;
  return [columns, columns.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).concat("");
}

const readings: Readonly<Record<Reading, string>> = {
  compatible: "✅ read",
  incompatible: "❌ breaks",
  undecided: "❔ undecided",
  "not judged": "–",
};

function postcardLink(path: string): string {
  return /^[A-Za-z0-9._/-]+$/.test(path) ? `[page](${path})` : code(path);
}

function findingSections(groups: readonly (readonly Finding[])[]): readonly string[] {
  const lines: string[] = [];
  let length = 0;
  for (const [index, group] of groups.entries()) {
    const section = findingSection(group);
    length += section.join("\n").length;
    if (length > roomForFindings) {
      const left = groups.slice(index).flat().length;
      lines.push(`… and ${plural(left, "more finding")}: run \`waybill check\`.`, "");
      break;
    }
    lines.push(...section);
  }
  return lines;
}

function findingSection(group: readonly Finding[]): readonly string[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  const { severity, rule, subject, message, why, fix, witness } = first;
  const heading = others.length === 0 ? escaped(message) : `${code(rule)} (${group.length} times)`;
  return [
    `### ${marks[severity]} ${subject === null ? "" : `${code(subject)} `}${heading}`,
    "",
    ...(others.length === 0
      ? [factsOf(first), ""]
      : [...group.slice(0, listed).map(inList), ...more(group.length - listed), ""]),
    ...(why === "" ? [] : [prose(why), ""]),
    ...(witness === null ? [] : [...witnessBlock(witness), ""]),
    `**Fix:** ${prose(fix)}`,
    "",
  ];
}

/** Of findings told together, how many by name. */
const listed = 20;

function more(count: number): readonly string[] {
  return count > 0 ? [`- … and ${count} more`] : [];
}

function inList(finding: Finding): string {
  const at = place(finding);
  return `- ${at === "" ? "" : `${code(at)}: `}${escaped(finding.message)}`;
}

function factsOf(finding: Finding): string {
  const { rule, fingerprint, from, to } = finding;
  return [
    code(rule),
    place(finding) === "" ? "" : `at ${code(place(finding))}`,
    oldPlace(finding) === "" ? "" : `was at ${code(oldPlace(finding))}`,
    pair(finding) === ""
      ? ""
      : `${from !== null && to !== null ? "between" : "version"} ${code(pair(finding))}`,
    directionWords(finding) ?? "",
    `id ${fingerprint}`,
  ]
    .filter((fact) => fact !== "")
    .join(" · ");
}

const marks = { error: "❌", warning: "⚠️", info: "ℹ️" } as const;

/** JSON between fences: no line of it starts with a backtick, so none closes the fence. */
function witnessBlock({
  instance,
  acceptedBy,
  rejectedBy,
  errors,
}: NonNullable<Finding["witness"]>): readonly string[] {
  const printed = JSON.stringify(instance, null, 2).split("\n").map(terminal).join("\n");
  const lines = printed.length > 3000 ? [`${printed.slice(0, 3000)}…`] : [printed];
  const said = errorWords(errors);
  const verdicts = `Accepted by ${code(acceptedBy)}, rejected by ${code(rejectedBy)}`;
  return [`${verdicts}${said === "" ? "" : ` (${escaped(said)})`}:`, "", "```json", ...lines, "```"];
}
