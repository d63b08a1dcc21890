import type { Finding } from "../model.ts";
import { github } from "./formats/github.ts";
import { gitlab } from "./formats/gitlab.ts";
import { json } from "./formats/json.ts";
import { junit } from "./formats/junit.ts";
import { markdown } from "./formats/markdown.ts";
import { sarif } from "./formats/sarif.ts";
import { text, textFindings } from "./formats/text.ts";
import type { Comparison, ReportFormat, Style } from "./report.ts";

export type { Comparison, Reading, ReportFormat, ReportSummary, Style } from "./report.ts";

/** What `--format` takes. */
export const reportFormats: readonly ReportFormat[] = [text, json, markdown, github, gitlab, junit, sarif];

/** Findings for people, without the line of totals, below the head of what was compared. */
export function textReport(
  findings: readonly Finding[],
  style: Style,
  comparisons: readonly Comparison[] = [],
): string {
  return textFindings(findings, style, comparisons);
}
