// HTML's escapes are numeric or among the five of XML, and no control character passes.
import { html as xml } from "../../escape/index.ts";
import type { Finding } from "../../model.ts";
import { grouped, ordered } from "../order.ts";
import type { ReportFormat, ReportSummary } from "../report.ts";
import { directionWords, place, rejection } from "../words.ts";

/** A suite for each subject with findings, a failing case for each error, and one case for each check that ran. */
export const junit: ReportFormat = {
  name: "junit",
  summary: "test results for any CI",
  render(findings, summary) {
    const suites = [...grouped(ordered(findings), ({ subject }) => subject ?? "registry")];
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="waybill check" tests="${findings.length + summary.checks.length}" failures="${failures(findings)}">`,
      ...checkSuite(summary),
      ...suites.flatMap(([subject, held]) => [
        `  <testsuite name="${xml(subject)}" tests="${held.length}" failures="${failures(held)}">`,
        ...held.flatMap((finding) => testCase(subject, finding)),
        "  </testsuite>",
      ]),
      "</testsuites>",
      "",
    ];
    return lines.join("\n");
  },
};

function checkSuite({ checks }: ReportSummary): readonly string[] {
  if (checks.length === 0) return [];
  return [
    `  <testsuite name="checks" tests="${checks.length}" failures="0">`,
    ...checks.map(({ name }) => `    <testcase classname="waybill" name="${xml(name)} ran"/>`),
    "  </testsuite>",
  ];
}

function testCase(subject: string, finding: Finding): readonly string[] {
  const name = `${finding.rule}: ${finding.message}`;
  const details = [
    place(finding),
    directionWords(finding),
    finding.why,
    `fix: ${finding.fix}`,
    rejection(finding),
  ];
  const body = xml(details.filter((part) => part !== undefined && part !== "").join("\n"));
  const inner =
    finding.severity === "error"
      ? `      <failure type="${xml(finding.rule)}" message="${xml(finding.message)}">${body}</failure>`
      : `      <system-out>${body}</system-out>`;
  return [`    <testcase classname="${xml(subject)}" name="${xml(name)}">`, inner, "    </testcase>"];
}

function failures(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === "error").length;
}
