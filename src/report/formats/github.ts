import { ciCommand } from "../../escape/index.ts";
import type { Finding, Severity } from "../../model.ts";
import { countWords, ordered, plural, severities } from "../order.ts";
import type { ReportFormat } from "../report.ts";
import { directionWords, rejection } from "../words.ts";

/** GitHub shows no more annotations than this of one level in one step. */
const shown = 10;
const levels: Readonly<Record<Severity, "error" | "warning" | "notice">> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/** Workflow commands that GitHub turns into annotations on the changed lines. */
export const github: ReportFormat = {
  name: "github",
  summary: "annotations in a GitHub workflow",
  render(findings, { subjects, versions }) {
    const sorted = ordered(findings);
    const lines = severities.flatMap((severity) => {
      const level = sorted.filter((finding) => finding.severity === severity).toSorted(byWitness);
      const hidden = level.length - shown;
      const more = hidden > 0 ? [`${plural(hidden, `more ${severity}`)} not annotated: see the report.`] : [];
      return [...level.slice(0, shown).map(annotation), ...more];
    });
    const scope = `${plural(subjects, "subject")}, ${plural(versions, "version")}`;
    return [...lines, `waybill check: ${countWords(findings)} in ${scope}`, ""].join("\n");
  },
};

/** What a witness shows comes first: examples and pages that fail follow from it. */
function byWitness(a: Finding, b: Finding): number {
  return Number(a.witness === null) - Number(b.witness === null);
}

function annotation(finding: Finding): string {
  const { severity, rule, subject, file, line, column } = finding;
  const place = {
    ...(file !== null && { file }),
    ...(line !== null && { line }),
    ...(column !== null && { col: column }),
    title: subject === null ? rule : `${rule} ${subject}`,
  };
  const message = [
    finding.message,
    directionWords(finding),
    finding.why,
    `Fix: ${finding.fix}`,
    rejection(finding),
  ];
  const said = message.filter((part) => part !== undefined && part !== "").join("\n");
  return ciCommand(levels[severity], place, said);
}
