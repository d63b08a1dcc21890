import { type EvaluationError, evaluator } from "../evaluate/index.ts";
import type { Direction, Witness } from "../model.ts";
import type { Fact } from "./changes/index.ts";
import { type Compared, whereReadable } from "./compare.ts";
import { mayBreak } from "./conservative.ts";
import type { DecideOptions } from "./decide.ts";
import { relax } from "./relax.ts";
import { errorKey, flat, trace } from "./trace.ts";

/** A document that a reader rejects, and with which errors. */
export interface Rejection {
  readonly direction: Direction;
  readonly writer: Compared;
  readonly reader: Compared;
  readonly witness: Witness;
  readonly errors: readonly EvaluationError[];
  readonly options: DecideOptions;
}

/**
 * The change that a rejection is due to. The nearest to the rejecting keyword comes first, but it has to prove itself:
 * with it undone an error must be gone. Else any change that, undone alone, lets the document pass; inside tests and
 * alternatives that hold together a narrowing may widen. Else what is only known to have changed somewhere below.
 * @param coarse those that only say so.
 */
export function blame(
  rejection: Rejection,
  facts: readonly Fact[],
  coarse: ReadonlySet<Fact>,
): Fact | undefined {
  const { direction, errors } = rejection;
  const fine = facts.filter((one) => !coarse.has(one));
  let suspects = fine.filter(({ rule }) => mayBreak(rule, direction));
  for (
    let near = trace(errors, suspects, direction);
    near !== undefined;
    near = trace(errors, suspects, direction)
  ) {
    const left = errorsWithout(near, rejection);
    if (left === undefined || isFewer(left, errors)) return near;
    const cleared = near;
    suspects = suspects.filter((one) => one !== cleared);
  }
  const alone = fine.find((one) => errorsWithout(one, rejection)?.length === 0);
  return (
    alone ??
    trace(
      errors,
      facts.filter((one) => coarse.has(one)),
      direction,
    )
  );
}

/** What the reader still says with one change undone; undefined where that cannot be seen. */
function errorsWithout(
  change: Fact,
  { direction, writer, reader, witness, options }: Rejection,
): readonly EvaluationError[] | undefined {
  const schema = relax(writer.schema, reader.schema, change, direction);
  if (schema === undefined) return undefined;
  const { formats = "assert" } = options;
  return whereReadable(
    () => evaluator(schema, { dialect: reader.dialect, formats }).evaluate(witness.instance).errors,
    () => undefined,
  );
}

function isFewer(left: readonly EvaluationError[], before: readonly EvaluationError[]): boolean {
  const kept = new Set([...flat(left)].map(errorKey));
  return [...flat(before)].some((error) => !kept.has(errorKey(error)));
}
