import type { JudgeInput } from "../compat/judge.ts";
import { keyOf } from "../memory/index.ts";
import type { SourceDocument, Version } from "../model.ts";
import type { Candidate } from "../registry/candidates.ts";
import type { CheckContext } from "./context.ts";
import { freshVersions } from "./fresh-versions.ts";
import { policyOf } from "./policy-of.ts";

/** A version that is to be judged against those before it. */
export interface Question {
  readonly candidate: Candidate;
  readonly version: Pick<Version, "address" | "schema" | "dialect">;
  /** The versions before it. */
  readonly history: readonly Version[];
  /** Where the version is written. */
  readonly document: SourceDocument;
  /** The version is frozen and was there before: what was additive then is history now. */
  readonly settled: boolean;
  /** Changed drafts it was rebuilt against; empty where it is judged as it stands. */
  readonly against: readonly string[];
  /** The content hash of a version that is frozen and settled. */
  readonly hash?: string;
}

/**
 * What is to be judged of a subject: a changed draft as its next version, and each version that the base does not have,
 * barriers too; where there is neither, the latest version against those before it, if it is no barrier. Withdrawn ones
 * are held to nothing.
 */
export function questionOf(
  candidate: Candidate,
  { base }: CheckContext,
  against: readonly string[] = [],
): readonly Question[] {
  const { subject, draft, state, number, frozen } = candidate;
  if (state !== "unchanged") {
    const version = {
      address: `${subject.address}@${number}`,
      schema: frozen.schema,
      dialect: draft.dialect,
    };
    const { document } = draft;
    const draftAsNext = { candidate, version, history: subject.versions, document, settled: false, against };
    return against.length > 0 ? [draftAsNext] : [...freshQuestions(candidate, base), draftAsNext];
  }
  const fresh = freshQuestions(candidate, base);
  const latest = subject.versions.at(-1);
  if (fresh.length > 0 || latest === undefined || latest.withdrawn || latest.barrier) return fresh;
  const history = subject.versions.slice(0, -1);
  const { document, hash } = latest;
  return [{ candidate, version: latest, history, document, settled: true, against, hash }];
}

/** A pull request may hide a break in one version and agree with it in the next. */
function freshQuestions(candidate: Candidate, base: CheckContext["base"]): readonly Question[] {
  const { versions } = candidate.subject;
  return freshVersions(candidate.subject, base)
    .filter(({ withdrawn }) => !withdrawn)
    .map((version): Question => {
      const history = versions.filter(({ number }) => number < version.number);
      return { candidate, version, history, document: version.document, settled: false, against: [] };
    });
}

/** What the engine is asked; the key under which it is known that it found nothing, where only that will be told. */
export function inputOf(
  { candidate: { subject }, version, history, hash }: Question,
  { registry, base, decide }: CheckContext,
): { readonly input: JudgeInput; readonly key: string | undefined } {
  // A name the base retired stays retired, whatever this side says of it.
  const tombstones = [base, registry].flatMap(
    (side) => side?.namespaces.get(subject.namespace)?.tombstones ?? [],
  );
  const policy = policyOf(subject.address, subject.policy, base);
  const input = {
    subject: subject.address,
    policy,
    history: asBase(history, base),
    next: version,
    tombstones,
    decide,
  };
  if (hash === undefined) return { input, key: undefined };
  const before = input.history.map((one) => [one.hash, one.dialect, one.withdrawn, one.barrier]);
  const retired = tombstones.map(({ name, reason }) => [name, reason]);
  return { input, key: keyOf("settled", input.subject, policy, hash, version.dialect, before, retired) };
}

/** What the base had not withdrawn is still looked back at: a pull request may not withdraw what it would break. */
function asBase(history: readonly Version[], base: CheckContext["base"]): readonly Version[] {
  if (base === undefined) return history;
  return history.map((version) => {
    const locked = base.lock.versions.get(version.address);
    return locked === undefined ? version : { ...version, withdrawn: locked.flags.includes("withdrawn") };
  });
}
