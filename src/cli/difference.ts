import { type Judgement, judge, type RollOut, rollOut } from "../compat/judge.ts";
import { limits, longerThan, outOfTime, within } from "../limits/index.ts";
import type { Change, Finding, Semantics, Verdict } from "../model.ts";
import type { Comparison } from "../report/index.ts";
import type { Side } from "./sides.ts";

/** Two schemas compared, with every finding at its place in both. */
export interface Difference {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly backward: Verdict;
  readonly forward: Verdict;
  readonly rollOut: RollOut | undefined;
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
}

/** Compares two sides in both directions. What takes too long is undecided. */
export function difference(a: Side, b: Side, semantics: Semantics): Difference {
  const subject = subjectOf(b.address);
  const history = [{ ...a, withdrawn: false, barrier: false }];
  const judged: Judgement | typeof outOfTime = within(limits.compare, () =>
    judge({ subject, policy: "full", history, next: b, semantics }),
  );
  const about = { subject, from: a.address, to: b.address };
  if (judged === outOfTime) {
    const late: Verdict = {
      verdict: "undecided",
      reason: `it takes ${longerThan(limits.compare)}`,
      pointer: "",
    };
    return { ...about, backward: late, forward: late, rollOut: undefined, changes: [], findings: [] };
  }
  const [pair] = judged.pairs;
  const none: Verdict = { verdict: "undecided", reason: "the policy does not ask", pointer: "" };
  return {
    ...about,
    backward: pair?.backward ?? none,
    forward: pair?.forward ?? none,
    rollOut: pair && rollOut(pair),
    changes: pair?.changes ?? [],
    findings: judged.findings.map((finding) => inPlace(finding, a, b)),
  };
}

/** The head of a difference in a report. */
export function comparisonOf({ subject, from, to, backward, forward, changes }: Difference): Comparison {
  const readings = { backward: backward.verdict, forward: forward.verdict };
  return { subject, from, to, ...readings, changes, postcard: null };
}

export function isCompatible({ backward, forward }: Difference): boolean {
  return backward.verdict === "compatible" && forward.verdict === "compatible";
}

function inPlace(finding: Finding, a: Side, b: Side): Finding {
  if (finding.newPointer === null) return { ...finding, ...a.document.place(finding.oldPointer ?? "") };
  const was = finding.oldPointer === null ? {} : { oldPlace: a.document.place(finding.oldPointer) };
  return { ...finding, ...b.document.place(finding.newPointer), ...was };
}

/** `cogo.v1/JobStarted` of any of its addresses and of its files in a registry; another file as it is named. */
function subjectOf(address: string): string {
  const [, inRegistry] =
    /([a-z0-9._-]+\.v\d+\/[A-Z][A-Za-z0-9]*)\/(?:schema|versions\/\d+)\.json$/.exec(address) ?? [];
  if (inRegistry !== undefined) return inRegistry;
  return address.replace(/^[^:]*:(?=[a-z0-9._-]+\.v\d+\/[A-Z])/, "").replace(/@.*$/, "");
}
