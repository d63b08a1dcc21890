import type { AcceptedBreak, Finding } from "../model.ts";
import { isAcceptable } from "./acceptable.ts";
import type { CheckContext } from "./context.ts";
import { judgedSubjects } from "./judged.ts";

/** Breaks that may be taken on, from where they count. */
export interface Accepts {
  readonly breaks: ReadonlyMap<string, AcceptedBreak>;
  /** `2026-11-21`: what has expired before is not honoured any more. */
  readonly today: string;
}

/** What an accept is bound to besides rule and place: the two schemas it was given for. */
export type AcceptedPair = Pick<AcceptedBreak, "from" | "fromHash" | "toShape">;

/** The pair a finding speaks of; undefined where it is not of one. */
export function pairOf({ subject, from, to }: Finding, context: CheckContext): AcceptedPair | undefined {
  const judged = judgedSubjects(context).find(
    ({ candidate, next }) => next === to && candidate.subject.address === subject,
  );
  const versions = judged?.candidate.subject.versions ?? [];
  const old = versions.find(({ address }) => address === from);
  const shape = (versions.find(({ address }) => address === to) ?? judged?.candidate.frozen)?.shape;
  return old === undefined || shape === undefined
    ? undefined
    : { from: old.address, fromHash: old.hash, toShape: shape };
}

/** The break that was taken on with exactly this finding, expired or not; undefined where none was. */
function acceptOf(finding: Finding, context: CheckContext): AcceptedBreak | undefined {
  const accepted = context.accepts?.breaks.get(finding.fingerprint);
  if (accepted === undefined || !isAcceptable(finding)) return undefined;
  const pair = pairOf(finding, context);
  const same =
    accepted.rule === finding.rule &&
    accepted.subject === finding.subject &&
    accepted.from === pair?.from &&
    accepted.fromHash === pair.fromHash &&
    accepted.toShape === pair.toShape;
  return same ? accepted : undefined;
}

/** Whether a break counts as taken on: it would fail the check, and its accept has not expired. */
export function isAccepted(finding: Finding, context: CheckContext): boolean {
  const accepted = finding.severity === "info" ? undefined : acceptOf(finding, context);
  return accepted !== undefined && accepted.expires >= (context.accepts?.today ?? "");
}

/** Findings with the accepted breaks turned into notes that say who took them on and why. */
export function applyAccepts(findings: readonly Finding[], context: CheckContext): readonly Finding[] {
  return findings.map((finding) => {
    const accepted = finding.severity === "info" ? undefined : acceptOf(finding, context);
    if (accepted === undefined) return elsewhere(finding, context);
    if (!isAccepted(finding, context)) {
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

/** An accept of the same rule at the same place, but of other schemas, is no accept; its owner is told so. */
function elsewhere(finding: Finding, { accepts }: CheckContext): Finding {
  const given = accepts?.breaks.get(finding.fingerprint);
  if (given === undefined || finding.severity === "info" || !isAcceptable(finding)) return finding;
  return {
    ...finding,
    why: `${finding.why} (${given.owner} accepted it between other schemas, from ${given.from}; accept this one anew)`,
  };
}
