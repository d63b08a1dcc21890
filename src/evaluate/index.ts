import type { Json, Schema } from "../model.ts";
import { compile, type EvaluateOptions } from "./compile.ts";
import { newNotes } from "./notes.ts";
import type { EvaluationError, Frame, Spot } from "./node.ts";
import { type DeclaredPlace, places } from "./record.ts";
import { run, silent } from "./run.ts";
import type { Located, SchemaIndex } from "../schema/resources.ts";

export type { EvaluateOptions } from "./compile.ts";
export { codePoints } from "./code-points.ts";
export { isMultiple } from "./decimal.ts";
export { equal, keyOf } from "./equal.ts";
export type { EvaluationError } from "./node.ts";
export { patternOf } from "./pattern.ts";
export type { DeclaredPlace } from "./record.ts";

export interface Evaluation {
  readonly valid: boolean;
  readonly errors: readonly EvaluationError[];
}

/** A schema made ready to judge many instances. */
export interface Evaluator {
  readonly index: SchemaIndex;
  /** The cheapest question. */
  accepts(instance: Json): boolean;
  /** The same of one of its subschemas, taken for itself. */
  acceptsAt(located: Located, instance: Json): boolean;
  /** All errors, of every keyword that rejects; of a thousand on, those met first. */
  evaluate(instance: Json): Evaluation;
  /** What the schemas that accept an instance declare at each object in it; undefined where the instance is rejected. */
  declaredMembers(instance: Json): readonly DeclaredPlace[] | undefined;
  /** Accepted, and every member at every place is one a writer of the schema may put there (record semantics). */
  mayWrite(instance: Json): boolean;
}

/**
 * The evaluator of all five dialects. Own members only; numbers by their decimals; lengths in code points.
 * @throws WaybillError, when asked, where a reference points to nothing or a pattern is no regular expression.
 */
export function evaluator(schema: Schema, options: EvaluateOptions = {}): Evaluator {
  const { index, root, nodeOf } = compile(schema, options);
  const start = (value: Json, node = root): readonly [Spot, Frame] => {
    const spot: Spot = { value, parent: undefined, token: "" };
    return [spot, { resource: node.located.resource, node, spot, parent: undefined }];
  };
  const declaredMembers = (instance: Json) => {
    const notes = newNotes(true);
    return run(root, ...start(instance), { errors: undefined, notes })
      ? [...places(instance, notes)]
      : undefined;
  };
  return {
    index,
    accepts: (instance) => run(root, ...start(instance), silent),
    acceptsAt(located, instance) {
      const node = nodeOf(located);
      return run(node, ...start(instance, node), silent);
    },
    evaluate(instance) {
      const errors: EvaluationError[] = [];
      const valid = run(root, ...start(instance), { errors, notes: undefined });
      return { valid, errors };
    },
    declaredMembers,
    mayWrite: (instance) =>
      declaredMembers(instance)?.every((place) => place.undeclared.length === 0) ?? false,
  };
}

/** One instance against one schema; for many instances make an {@link evaluator} once. */
export function evaluate(schema: Schema, instance: Json, options: EvaluateOptions = {}): Evaluation {
  return evaluator(schema, options).evaluate(instance);
}

export function accepts(schema: Schema, instance: Json, options: EvaluateOptions = {}): boolean {
  return evaluator(schema, options).accepts(instance);
}

export function declaredMembers(
  schema: Schema,
  instance: Json,
  options: EvaluateOptions = {},
): readonly DeclaredPlace[] | undefined {
  return evaluator(schema, options).declaredMembers(instance);
}

export function mayWrite(schema: Schema, instance: Json, options: EvaluateOptions = {}): boolean {
  return evaluator(schema, options).mayWrite(instance);
}
