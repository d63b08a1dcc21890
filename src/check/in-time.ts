import { limits, longerThan, outOfTime, spend } from "../limits/index.ts";
import type { Finding } from "../model.ts";
import type { Candidate } from "../registry/candidates.ts";
import { at, finding } from "./finding.ts";

/** What a check finds of one subject; a finding of its own where judging the subject takes too long. */
export function inTime(
  { subject, draft }: Candidate,
  what: string,
  work: () => readonly Finding[],
): readonly Finding[] {
  const found = spend(subject, limits.judge, work);
  if (found !== outOfTime) return found;
  return [
    finding({
      rule: "SUBJECT_TOO_COSTLY",
      severity: "error",
      subject: subject.address,
      ...at(draft.document, ""),
      message: `${what} were not judged: the subject takes ${longerThan(limits.judge)}`,
      why: "a schema that stops its own check would stop every validator and generator after it",
      fix: "split the schema into subjects, or take branches and references out of it",
      fragments: [what],
    }),
  ];
}
