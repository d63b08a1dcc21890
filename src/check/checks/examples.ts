import { type Evaluation, evaluator } from "../../evaluate/index.ts";
import type { Example, Finding, InvalidExample, Subject, Version } from "../../model.ts";
import type { Candidate } from "../../registry/candidates.ts";
import { hasEnded, isPromised } from "../../registry/ended-examples.ts";
import type { Check, CheckContext } from "../context.ts";
import { at, finding } from "../finding.ts";
import { inTime } from "../in-time.ts";

/** Valid examples are accepted, and stay accepted by every later version; invalid ones are rejected where they say. */
export const examples: Check = {
  name: "examples",
  summary: "examples are accepted or rejected as they say, and accepted ones stay accepted",
  run: (context): readonly Finding[] =>
    inTime(
      context.candidates.inOrder.filter(({ subject }) => context.wanted(subject.address)),
      "examples",
      (candidate) => judgeExamples(candidate, context),
    ),
};

function judgeExamples(
  { subject, draft, number, state, frozen }: Candidate,
  context: CheckContext,
): readonly Finding[] {
  const { evaluate } = evaluator(frozen.schema, { formats: "assert", dialect: draft.dialect });
  const to = state === "unchanged" ? `${subject.address}@${number - 1}` : `${subject.address}@${number}`;
  return [
    ...subject.validExamples.flatMap((example) =>
      rejected(subject, example, evaluate(example.instance), to, context),
    ),
    ...subject.invalidExamples.flatMap((example) =>
      notRejected(subject, example, evaluate(example.instance), to),
    ),
  ];
}

function rejected(
  subject: Subject,
  example: Example,
  { errors }: Evaluation,
  to: string,
  { registry, base }: CheckContext,
): readonly Finding[] {
  const [first] = errors;
  if (first === undefined) return [];
  const promised = isPromised(example, (base ?? registry).lock, registry.root);
  // A barrier that this side alone has proves nothing; the accept it was published under does.
  const trusted = ({ address }: Version) =>
    base === undefined || base.lock.versions.get(address)?.flags.includes("barrier") === true;
  if (promised && hasEnded(example, subject, trusted)) return [];
  const { document } = example;
  return [
    finding({
      rule: "EXAMPLE_REJECTED",
      severity: "error",
      subject: subject.address,
      to,
      ...at(document, first.pointer),
      message: `a valid example is rejected: ${first.message}`,
      why: `keyword "${first.keyword}"; an example once accepted must stay accepted by every later version`,
      fix: promised
        ? "mend the schema; a break that is meant is accepted with `waybill accept`, and the examples it breaks go with it"
        : "mend the schema, or the example, which is new",
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
