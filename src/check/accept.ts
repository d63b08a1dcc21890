import type { AcceptedBreak, Finding } from "../model.ts";
import { isAcceptable } from "./acceptable.ts";

/** Breaks that may be taken on, from where they count. */
export interface Accepts {
  readonly breaks: ReadonlyMap<string, AcceptedBreak>;
  /** `2026-11-21`: what has expired before is not honoured any more. */
  readonly today: string;
}

/** Findings with the accepted breaks turned into notes that say who took them on and why. */
export function applyAccepts(findings: readonly Finding[], { breaks, today }: Accepts): readonly Finding[] {
  return findings.map((finding) => {
    const accepted = breaks.get(finding.fingerprint);
    if (
      accepted === undefined ||
      !isAcceptable(finding) ||
      accepted.rule !== finding.rule ||
      accepted.subject !== finding.subject
    )
      return finding;
    if (accepted.expires < today) {
      return {
        ...finding,
        why: `${finding.why} (${accepted.owner} accepted it until ${accepted.expires}, which has passed)`,
      };
    }
    return {
      ...finding,
      severity: "info",
      message: `accepted by ${accepted.owner}: ${finding.message}`,
      why: accepted.reason,
      fix: "nothing to do; publishing it writes a barrier into the lock",
    };
  });
}

/** Whether a finding was turned into a note by `applyAccepts`. */
export function wasAccepted(finding: Finding, { breaks }: Accepts): boolean {
  return finding.severity === "info" && breaks.has(finding.fingerprint) && isAcceptable(finding);
}
