import { count, ordered } from "../order.ts";
import type { ReportFormat } from "../report.ts";

/** `{format: "waybill.check/1", findings, summary}`: equal findings give equal bytes, so timings are left out. */
export const json: ReportFormat = {
  name: "json",
  summary: "one object, for programs",
  render(findings, { subjects, versions, failed, checks, comparisons }) {
    const summary = {
      errors: count(findings, "error"),
      warnings: count(findings, "warning"),
      infos: count(findings, "info"),
      failed,
      subjects,
      versions,
      checks: checks.map(({ name, findings }) => ({ name, findings })),
      ...(comparisons && { comparisons }),
    };
    return `${JSON.stringify({ format: "waybill.check/1", findings: ordered(findings), summary }, null, 2)}\n`;
  },
};
