import { askForLess, limits, longerThan, outOfTime, spendEach } from "../limits/index.ts";
import type { Finding, SourceDocument } from "../model.ts";
import type { Candidate } from "../registry/candidates.ts";
import { at, finding } from "./finding.ts";

/** What a check finds of each subject; a finding of its own where judging one takes too long. */
export function inTime(
  candidates: readonly Candidate[],
  what: string,
  work: (candidate: Candidate) => readonly Finding[],
): readonly Finding[] {
  const found = spendEach(candidates, ({ subject }) => subject, limits.judge, work);
  return candidates.flatMap((candidate, index) => {
    const one = found[index] ?? [];
    return one === outOfTime ? [tooCostly(candidate.subject.address, candidate.draft.document, what)] : one;
  });
}

/** That the clock stopped what was judged of a subject. */
export function tooCostly(subject: string, document: SourceDocument | undefined, what: string): Finding {
  return finding({
    rule: "SUBJECT_TOO_COSTLY",
    severity: "error",
    subject,
    ...(document && at(document, "")),
    message: `${what} were not judged: the subject takes ${longerThan(limits.judge)}`,
    why: "a schema that stops its own check would stop every validator and generator after it",
    fix: askForLess(),
    fragments: [what],
  });
}
