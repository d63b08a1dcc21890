import type { Severity } from "../../model.ts";
import { ordered } from "../order.ts";
import type { ReportFormat } from "../report.ts";

const levels: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

/** GitLab's code quality report: one array, each entry with a fingerprint of its own. */
export const gitlab: ReportFormat = {
  name: "gitlab",
  summary: "code quality in a GitLab merge request",
  render(findings) {
    const seen = new Map<string, number>();
    const entries = ordered(findings).map((finding) => {
      const before = seen.get(finding.fingerprint) ?? 0;
      seen.set(finding.fingerprint, before + 1);
      return {
        description: finding.subject === null ? finding.message : `${finding.subject}: ${finding.message}`,
        check_name: finding.rule,
        fingerprint: before === 0 ? finding.fingerprint : `${finding.fingerprint}-${before + 1}`,
        severity: levels[finding.severity],
        // GitLab drops entries without a file; what is on no file is on the settings.
        location: { path: finding.file ?? "waybill.yaml", lines: { begin: finding.line ?? 1 } },
      };
    });
    return `${JSON.stringify(entries, null, 2)}\n`;
  },
};
