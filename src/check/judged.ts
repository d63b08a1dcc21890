import { type Judgement, judge } from "../compat/judge.ts";
import { limits, longerThan, outOfTime, spend } from "../limits/index.ts";
import type { Finding, SourceDocument, Version } from "../model.ts";
import type { Candidate } from "../registry/candidates.ts";
import { policyOf } from "./checks/base.ts";
import type { CheckContext } from "./context.ts";
import { rebuiltOn } from "./dependents.ts";
import { finding } from "./finding.ts";

/** What was judged of one subject, and where it is written. */
export interface Judged {
  readonly candidate: Candidate;
  readonly judgement: Judgement;
  /** The version that was judged: the draft's, or the latest as it was frozen. */
  readonly next: string;
  readonly document: SourceDocument;
  /** The version is frozen and was there before: what was additive then is history now. */
  readonly settled: boolean;
  /** Changed drafts it was rebuilt against; empty where it was judged as it stands. */
  readonly against: readonly string[];
}

const known = new WeakMap<CheckContext, readonly Judged[]>();

/**
 * Every wanted subject judged once per run: a changed draft as its next version; where nothing changed, the latest
 * version against those before it. Withdrawn versions and barriers are held to nothing, first ones to
 * what needs no history. What refers
 * to a changed draft that breaks nothing itself is judged once more, rebuilt on it: it may break there alone.
 */
export function judgedSubjects(context: CheckContext): readonly Judged[] {
  const before = known.get(context);
  if (before !== undefined) return before;
  const judged = context.candidates.inOrder
    .filter(({ subject }) => context.wanted(subject.address))
    .flatMap((candidate) => judgeCandidate(candidate, context) ?? []);
  const harmless = judged.filter(
    ({ candidate, judgement }) => candidate.state === "changed" && !fails(judgement),
  );
  const rebuilt = rebuiltOn(new Set(harmless.map(({ candidate }) => candidate.subject.address)), context)
    .filter(({ candidate }) => context.wanted(candidate.subject.address))
    .flatMap(({ candidate, against }) => judgeCandidate(candidate, context, against) ?? []);
  const all = [...judged, ...rebuilt];
  known.set(context, all);
  return all;
}

function fails({ findings }: Judgement): boolean {
  return findings.some(({ severity }) => severity === "error");
}

function judgeCandidate(
  candidate: Candidate,
  context: CheckContext,
  against: readonly string[] = [],
): Judged | undefined {
  const { subject, draft, state, number, frozen } = candidate;
  if (state !== "unchanged") {
    const next = { address: `${subject.address}@${number}`, schema: frozen.schema, dialect: draft.dialect };
    const judgement = judgeNext(next, subject.versions, candidate, context);
    return { candidate, judgement, next: next.address, document: draft.document, settled: false, against };
  }
  const latest = subject.versions.at(-1);
  if (latest === undefined || latest.withdrawn || latest.barrier) return undefined;
  const judgement = judgeNext(latest, subject.versions.slice(0, -1), candidate, context);
  const settled = context.base === undefined || context.base.lock.versions.has(latest.address);
  return { candidate, judgement, next: latest.address, document: latest.document, settled, against };
}

function judgeNext(
  next: Pick<Version, "address" | "schema" | "dialect">,
  history: readonly Version[],
  { subject }: Candidate,
  { registry, base, decide }: CheckContext,
): Judgement {
  // A name the base retired stays retired, whatever this side says of it.
  const tombstones = [base, registry].flatMap(
    (side) => side?.namespaces.get(subject.namespace)?.tombstones ?? [],
  );
  const policy = policyOf(subject.address, subject.policy, base);
  const judgement = spend(subject, limits.judge, () =>
    judge({ subject: subject.address, policy, history: asBase(history, base), next, tombstones, decide }),
  );
  return judgement === outOfTime
    ? { findings: [notInTime(subject.address, next.address)], pairs: [] }
    : judgement;
}

/** What the base had not withdrawn is still looked back at: a pull request may not withdraw what it would break. */
function asBase(history: readonly Version[], base: CheckContext["base"]): readonly Version[] {
  if (base === undefined) return history;
  return history.map((version) => {
    const locked = base.lock.versions.get(version.address);
    return locked === undefined ? version : { ...version, withdrawn: locked.flags.includes("withdrawn") };
  });
}

/** The engine counts its steps; what a step costs depends on the schema, so the clock has the last word. */
function notInTime(subject: string, to: string): Finding {
  return finding({
    rule: "UNDECIDED",
    severity: "error",
    subject,
    to,
    message: `whether it is compatible was not decided: that takes ${longerThan(limits.judge)}`,
    why: "a verdict is proved or shown by a witness, never guessed",
    fix: "split the schema into subjects, or take branches and references out of it",
  });
}
