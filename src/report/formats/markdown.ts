import { markdownCode as code, markdownText as escaped, terminal } from "../../escape/index.ts";
import type { Change, Finding } from "../../model.ts";
import { countWords, ordered, plural } from "../order.ts";
import type { Comparison, Reading, ReportFormat } from "../report.ts";
import { directionWords, pair, place, rejection, rollOut } from "../words.ts";

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
    return [
      commentMark,
      `## waybill: ${failed ? "found wanting" : "clean"}`,
      "",
      `${countWords(findings)} in ${scope}.`,
      "",
      ...comparisonTable(comparisons),
      ...findingSections(ordered(findings)),
      ...additions(comparisons),
    ].join("\n");
  },
};

function comparisonTable(comparisons: readonly Comparison[]): readonly string[] {
  if (comparisons.length === 0) return [];
  return [
    "| subject | version | old data, new reader | new data, old reader | roll out | postcard |",
    "| --- | --- | --- | --- | --- | --- |",
    ...comparisons.map((one) => {
      const version = one.from === null ? "first" : `${selector(one.from)} → ${selector(one.to)}`;
      const postcard = one.postcard === null ? "–" : postcardLink(one.postcard);
      const cells = [
        code(one.subject),
        escaped(version),
        readings[one.backward],
        readings[one.forward],
        rollOut(one),
        postcard,
      ];
      return `| ${cells.join(" | ")} |`;
    }),
    "",
  ];
}

const readings: Readonly<Record<Reading, string>> = {
  compatible: "✅ read",
  incompatible: "❌ breaks",
  undecided: "❔ undecided",
  "not judged": "–",
};

function selector(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

function postcardLink(path: string): string {
  return /^[A-Za-z0-9._/-]+$/.test(path) ? `[page](${path})` : code(path);
}

function findingSections(findings: readonly Finding[]): readonly string[] {
  const lines: string[] = [];
  let length = 0;
  for (const [index, finding] of findings.entries()) {
    const section = findingSection(finding);
    length += section.join("\n").length;
    if (length > roomForFindings) {
      lines.push(`… and ${plural(findings.length - index, "more finding")}: run \`waybill check\`.`, "");
      break;
    }
    lines.push(...section);
  }
  return lines;
}

function findingSection(finding: Finding): readonly string[] {
  const { severity, rule, subject, message, why, fix, witness, fingerprint } = finding;
  const facts = [
    finding.file === null ? "" : `at ${code(place(finding))}`,
    pair(finding) === "" ? "" : `between ${code(pair(finding))}`,
    directionWords(finding) ?? "",
  ].filter((fact) => fact !== "");
  return [
    `### ${marks[severity]} ${subject === null ? "" : `${code(subject)} `}${escaped(message)}`,
    "",
    `${code(rule)} (${fingerprint})${facts.length === 0 ? "" : `: ${facts.join("; ")}`}`,
    "",
    ...(why === "" ? [] : [escaped(why), ""]),
    ...(witness === null ? [] : [...witnessBlock(finding), ""]),
    `**Fix:** ${escaped(fix)}`,
    "",
  ];
}

const marks = { error: "❌", warning: "⚠️", info: "ℹ️" } as const;

/** JSON between fences: no line of it starts with a backtick, so none closes the fence. */
function witnessBlock(finding: Finding): readonly string[] {
  const printed = JSON.stringify(finding.witness?.instance ?? null, null, 2)
    .split("\n")
    .map(terminal)
    .join("\n");
  const lines = printed.length > 3000 ? [`${printed.slice(0, 3000)}…`] : [printed];
  return [escaped(rejection(finding)), "", "```json", ...lines, "```"];
}

/** Changes that nobody needs to act on, folded away. */
function additions(comparisons: readonly Comparison[]): readonly string[] {
  const quiet = comparisons.flatMap(({ subject, changes }) => changes.map((change) => ({ subject, change })));
  if (quiet.length === 0) return [];
  return [
    "<details>",
    `<summary>${plural(quiet.length, "change")}</summary>`,
    "",
    ...quiet.map(({ subject, change }) => `- ${code(subject)} ${changeWords(change)}`),
    "",
    "</details>",
    "",
  ];
}

function changeWords({ message, effect, newPointer, oldPointer }: Change): string {
  const pointer = newPointer ?? oldPointer;
  return `${escaped(message)} (${effect}${pointer === undefined || pointer === "" ? "" : `, ${code(pointer)}`})`;
}
