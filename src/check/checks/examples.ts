import { type Evaluation, evaluator } from "../../evaluate/index.ts";
import type { Example, Finding, InvalidExample, Subject } from "../../model.ts";
import type { Candidate } from "../../registry/candidates.ts";
import type { Check } from "../context.ts";
import { at, finding } from "../finding.ts";
import { inTime } from "../in-time.ts";

/** Valid examples are accepted, and stay accepted by every later version; invalid ones are rejected where they say. */
export const examples: Check = {
  name: "examples",
  summary: "examples are accepted or rejected as they say, and accepted ones stay accepted",
  run: ({ candidates, wanted }): readonly Finding[] =>
    inTime(
      candidates.inOrder.filter(({ subject }) => wanted(subject.address)),
      "examples",
      judgeExamples,
    ),
};

function judgeExamples({ subject, draft, number, state, frozen }: Candidate): readonly Finding[] {
  const { evaluate } = evaluator(frozen.schema, { formats: "assert", dialect: draft.dialect });
  const to = state === "unchanged" ? `${subject.address}@${number - 1}` : `${subject.address}@${number}`;
  return [
    ...subject.validExamples.flatMap((example) => rejected(subject, example, evaluate(example.instance), to)),
    ...subject.invalidExamples.flatMap((example) =>
      notRejected(subject, example, evaluate(example.instance), to),
    ),
  ];
}

function rejected(
  subject: Subject,
  { document }: Example,
  { errors }: Evaluation,
  to: string,
): readonly Finding[] {
  const [first] = errors;
  if (first === undefined) return [];
  return [
    finding({
      rule: "EXAMPLE_REJECTED",
      severity: "error",
      subject: subject.address,
      to,
      ...at(document, first.pointer),
      message: `a valid example is rejected: ${first.message}`,
      why: `keyword "${first.keyword}"; an example once accepted must stay accepted by every later version`,
      fix: "mend the schema; a new example may be mended instead",
      fragments: [document.file, first.keyword],
    }),
  ];
}

function notRejected(
  subject: Subject,
  example: InvalidExample,
  { errors }: Evaluation,
  to: string,
): readonly Finding[] {
  const { document, keyword, pointer, why } = example;
  if (errors.some((error) => error.keyword === keyword && error.pointer === pointer)) return [];
  const [first] = errors;
  const instead =
    first === undefined ? "it is accepted" : `it is rejected by "${first.keyword}" at "${first.pointer}"`;
  return [
    finding({
      rule: "INVALID_EXAMPLE_NOT_REJECTED",
      severity: "error",
      subject: subject.address,
      to,
      ...at(document, "/instance"),
      message: `"${keyword}" does not reject this invalid example at "${pointer}": ${instead}`,
      why: `the example says: ${why}`,
      fix: "mend the schema, or name the keyword and pointer that reject it",
      fragments: [document.file, keyword, pointer],
    }),
  ];
}
