import { undone } from "../compat/undone.ts";
import { evaluator } from "../evaluate/index.ts";
import type { AcceptedBreak, Dialect, Finding, Json, Schema } from "../model.ts";
import { isPromised } from "../registry/ended-examples.ts";
import { acceptOf, isAccepted } from "./accept.ts";
import type { CheckContext } from "./context.ts";
import { type Judged, judgedSubjects } from "./judged.ts";

/**
 * The accept under which an accepted example may be refused: the version it was given for accepts the example, and the new
 * schema would too, were the breaks that people took on undone in it. What else refuses the example was not taken on.
 * Undefined where there is none, and for examples that nobody promised before.
 */
export function coveringAccept(finding: Finding, context: CheckContext): AcceptedBreak | undefined {
  const { registry, base = registry, accepts } = context;
  if (finding.rule !== "EXAMPLE_REJECTED") return undefined;
  if (![...(accepts?.breaks.values() ?? [])].some(({ subject }) => subject === finding.subject))
    return undefined;
  const subject = registry.subjects.get(finding.subject ?? "");
  const example = subject?.validExamples.find(({ document }) => document.file === finding.file);
  if (example === undefined || !isPromised(example, base.lock, registry.root)) return undefined;
  for (const judged of judgedSubjects(context)) {
    if (judged.candidate.subject !== subject) continue;
    const covering = coveredBy(judged, example.instance, context);
    if (covering !== undefined) return covering;
  }
  return undefined;
}

function coveredBy(
  { candidate, judgement, next }: Judged,
  instance: Json,
  context: CheckContext,
): AcceptedBreak | undefined {
  const taken = judgement.findings.filter(
    (found) => found.direction === "backward" && isAccepted(found, context),
  );
  const { versions } = candidate.subject;
  const { dialect, schema } = versions.find(({ address }) => address === next) ?? {
    dialect: candidate.draft.dialect,
    schema: candidate.frozen.schema,
  };
  const isAcceptedUnder = (one: Schema, its: Dialect) =>
    evaluator(one, { formats: "assert", dialect: its }).accepts(instance);
  const broken = versions.find(
    (old) =>
      taken.some(({ from }) => from === old.address) &&
      isAcceptedUnder(old.schema, old.dialect) &&
      isAcceptedUnder(undone(old, { schema, dialect }, taken), dialect),
  );
  const first = taken.find(({ from }) => from === broken?.address);
  return first && acceptOf(first, context);
}
