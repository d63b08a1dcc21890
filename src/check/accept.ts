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
export function acceptOf(finding: Finding, context: CheckContext): AcceptedBreak | undefined {
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
