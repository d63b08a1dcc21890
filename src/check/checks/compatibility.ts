import { type Judgement, judge } from "../../compat/judge.ts";
import type { Finding, SourceDocument, Version } from "../../model.ts";
import type { Candidate } from "../../registry/candidates.ts";
import type { Check, CheckContext } from "../context.ts";
import { policyOf } from "./base.ts";

/** What changed since the versions that the policy looks back at, and whether data and readers of each keep working. */
export const compatibility: Check = {
  name: "compatibility",
  summary: "old data and old readers keep working, proved or shown by a witness",
  run: (context): readonly Finding[] =>
    context.candidates.inOrder
      .filter(({ subject }) => context.wanted(subject.address))
      .flatMap((candidate) => judgeCandidate(candidate, context)),
};

/** A changed draft is judged as its next version; where nothing changed, the latest version is, as it was frozen. */
function judgeCandidate(candidate: Candidate, context: CheckContext): readonly Finding[] {
  const { subject, draft, state, number, frozen } = candidate;
  if (state === "changed") {
    const next = { address: `${subject.address}@${number}`, schema: frozen.schema, dialect: draft.dialect };
    const { findings } = judgeNext(next, subject.versions, candidate, context);
    return findings.map((found) => placed(found, draft.document, subject.versions, context));
  }
  const latest = subject.versions.at(-1);
  // Publishing a version as a barrier took its breaks on, for good.
  if (state === "new" || latest === undefined || latest.withdrawn || latest.barrier) return [];
  const { findings } = judgeNext(latest, subject.versions.slice(0, -1), candidate, context);
  // What was additive then is history now.
  return findings
    .filter(({ severity }) => severity !== "info")
    .map((found) => placed(found, latest.document, subject.versions, context));
}

function judgeNext(
  next: Pick<Version, "address" | "schema" | "dialect">,
  history: readonly Version[],
  { subject }: Candidate,
  { registry, base }: CheckContext,
): Judgement {
  const tombstones = registry.namespaces.get(subject.namespace)?.tombstones ?? [];
  return judge({
    subject: subject.address,
    policy: policyOf(subject.address, subject.policy, base),
    history,
    next,
    tombstones,
  });
}

/** The finding with file, line and column: in the new schema where it has a place there, else in the old one. */
function placed(
  found: Finding,
  next: SourceDocument,
  versions: readonly Version[],
  { config }: CheckContext,
): Finding {
  const severity = found.rule === "UNDECIDED" && config.undecided === "warning" ? "warning" : found.severity;
  if (found.newPointer !== null) return { ...found, severity, ...next.place(found.newPointer) };
  const old = versions.find(({ address }) => address === found.from);
  return old === undefined || found.oldPointer === null
    ? { ...found, severity, ...next.place("") }
    : { ...found, severity, ...old.document.place(found.oldPointer) };
}
