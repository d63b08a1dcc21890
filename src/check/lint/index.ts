import type { Finding, JsonObject } from "../../model.ts";
import type { Candidate } from "../../registry/candidates.ts";
import { children } from "../../schema/children.ts";
import { isObject } from "../../schema/json.ts";
import type { CheckContext } from "../context.ts";
import { at, lintFinding } from "../finding.ts";
import { inTime } from "../in-time.ts";
import { closedObjectUnderAdditive } from "./closed-object-under-additive.ts";
import { descriptionMissing } from "./description-missing.ts";
import { discriminatorMissing } from "./discriminator-missing.ts";
import { exampleMissing } from "./example-missing.ts";
import { keywordWithoutEffect } from "./keyword-without-effect.ts";
import { platformAssignedRequired } from "./platform-assigned-required.ts";
import { propertyCasing } from "./property-casing.ts";
import { requiredUndeclared } from "./required-undeclared.ts";
import type { LintPlace, LintRule } from "./rule.ts";
import { sunsetPast } from "./sunset-past.ts";
import { titleMissing } from "./title-missing.ts";

/** Every lint rule. Adding one is its file, its line here, and its fixture. */
export const lintRules: readonly LintRule[] = [
  titleMissing,
  descriptionMissing,
  propertyCasing,
  closedObjectUnderAdditive,
  discriminatorMissing,
  keywordWithoutEffect,
  requiredUndeclared,
  platformAssignedRequired,
  exampleMissing,
  sunsetPast,
];

/** Runs every rule that is on over every subschema of every wanted draft. */
export function lintDrafts(context: CheckContext): readonly Finding[] {
  const { lint } = context.config;
  const rules = lintRules.filter(({ id }) => !lint.except.has(id));
  const wanted = context.candidates.inOrder.filter(({ subject }) => context.wanted(subject.address));
  return inTime(wanted, "lint rules", (candidate) => {
    const { schema } = candidate.draft;
    if (!isObject(schema)) return [];
    const active = rules.filter(({ id }) => !lint.ignore.get(id)?.has(candidate.subject.address));
    return [...places(schema, candidate, context)].flatMap((place) =>
      active.flatMap((rule) => judge(rule, place)),
    );
  });
}

const conditions = new Set(["if", "then", "else", "not"]);

function* places(root: JsonObject, candidate: Candidate, context: CheckContext): Generator<LintPlace> {
  const { dialect } = candidate.draft;
  function* visit(
    schema: JsonObject,
    pointer: string,
    from: Pick<LintPlace, "heldBy" | "key" | "parent" | "conditional">,
  ): Generator<LintPlace> {
    yield { schema, pointer, dialect, ...from, candidate, context };
    for (const { schema: inner, pointer: below, keyword, key } of children(schema, dialect)) {
      if (!isObject(inner)) continue;
      const conditional = from.conditional || conditions.has(keyword.name);
      yield* visit(inner, pointer + below, { heldBy: keyword, key, parent: schema, conditional });
    }
  }
  yield* visit(root, "", { heldBy: undefined, key: undefined, parent: undefined, conditional: false });
}

function judge(rule: LintRule, place: LintPlace): readonly Finding[] {
  const { subject, draft } = place.candidate;
  const severity = place.context.config.lint.severity.get(rule.id) ?? rule.severity;
  return rule
    .check(place)
    .map(({ message, pointer = place.pointer }) =>
      lintFinding(rule, { severity, subject: subject.address, ...at(draft.document, pointer), message }),
    );
}
