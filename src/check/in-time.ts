import { limits, longerThan, outOfTime, spendEach } from "../limits/index.ts";
import type { Finding } from "../model.ts";
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
    return one === outOfTime ? [tooCostly(candidate, what)] : one;
  });
}

function tooCostly({ subject, draft }: Candidate, what: string): Finding {
  return finding({
    rule: "SUBJECT_TOO_COSTLY",
    severity: "error",
    subject: subject.address,
    ...at(draft.document, ""),
    message: `${what} were not judged: the subject takes ${longerThan(limits.judge)}`,
    why: "a schema that stops its own check would stop every validator and generator after it",
    fix: "split the schema into subjects, or take branches and references out of it",
    fragments: [what],
  });
}
