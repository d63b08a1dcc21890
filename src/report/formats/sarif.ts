import type { Finding, Json, Severity } from "../../model.ts";
import { grouped, ordered } from "../order.ts";
import type { ReportFormat } from "../report.ts";
import { directionWords, rejection } from "../words.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** SARIF 2.1.0 (OASIS, 2020), the subset that code scanning reads. Columns count UTF-16 units, as ours do. */
export const sarif: ReportFormat = {
  name: "sarif",
  summary: "code scanning",
  render(findings) {
    const sorted = ordered(findings);
    const rules = [...grouped(sorted, ({ rule }) => rule)];
    const driver = {
      name: "waybill",
      rules: rules.map(([id, [first]]) => ({ id, fullDescription: { text: first?.why || id } })),
    };
    const indexes = new Map(rules.map(([id], index) => [id, index]));
    const results = sorted.map((finding) => result(finding, indexes.get(finding.rule) ?? -1));
    const run = { tool: { driver }, columnKind: "utf16CodeUnits", results };
    const log = { $schema: schemaUri, version: "2.1.0", runs: [run] };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

const schemaUri =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

function result(finding: Finding, ruleIndex: number): Json {
  const { subject, file, line, column, oldPlace, fingerprint } = finding;
  const said = [
    finding.message,
    directionWords(finding),
    finding.why,
    `Fix: ${finding.fix}`,
    rejection(finding),
  ];
  const physical = file !== null && {
    physicalLocation: {
      artifactLocation: { uri: uriPath(file) },
      ...(line !== null && { region: { startLine: line, ...(column !== null && { startColumn: column }) } }),
    },
  };
  const was = oldPlace && {
    relatedLocations: [
      {
        message: { text: "in the old schema" },
        physicalLocation: {
          artifactLocation: { uri: uriPath(oldPlace.file) },
          region: { startLine: oldPlace.line, startColumn: oldPlace.column },
        },
      },
    ],
  };
  const logical = subject !== null && { logicalLocations: [{ fullyQualifiedName: subject, kind: "type" }] };
  const located = physical !== false || logical !== false;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: said.filter((part) => part !== undefined && part !== "").join("\n") },
    ...(located && { locations: [{ ...physical, ...logical }] }),
    ...was,
    partialFingerprints: { "waybill/v1": fingerprint },
  };
}

/** A relative URI; lone surrogates, which no URI can hold, become the replacement character. */
function uriPath(file: string): string {
  return file
    .replace(/\p{Surrogate}/gu, "�")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}
