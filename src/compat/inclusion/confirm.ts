import type { Evaluator } from "../../evaluate/index.ts";
import type { Dialect, Json, Schema, ValidationError, Verdict } from "../../model.ts";
import { dissentReason, mayDissent, refusalReason } from "./dissents.ts";
import type { FormatTests } from "./holds.ts";
import type { Oracle } from "./oracle.ts";
import { shrink } from "./shrink.ts";

/** A side of the question, ready to judge instances. */
export interface Side {
  readonly schema: Schema;
  readonly dialect: Dialect;
  readonly evaluator: Evaluator;
}

export interface Judges {
  readonly old: Side;
  readonly next: Side;
  readonly formats: FormatTests;
  readonly oracle: Oracle;
  /** A cheaper one: where the oracle has no known reason to dissent, the agreement of this one is as good. */
  readonly quick: Oracle | undefined;
  /** Asked where the oracle dissents. */
  readonly second: Oracle | undefined;
  /** What may stand as a witness beyond being accepted by `old`. */
  readonly admits: (instance: Json) => boolean;
}

/**
 * A witness is believed when our evaluator separates the two schemas by it, and so does another validator: the quick one
 * or the oracle. Where the oracle dissents, a second one must agree or the disagreement have a known reason, and the
 * witness says so. Anything else is undefined: no verdict rests on it.
 */
export function confirm(instance: Json, judges: Judges): Verdict | undefined {
  const { old, next, admits } = judges;
  const separates = (candidate: Json) =>
    old.evaluator.accepts(candidate) && !next.evaluator.accepts(candidate) && admits(candidate);
  if (!separates(instance)) return undefined;
  const small = shrink(instance, separates);
  if (quicklyAgreed(small, judges)) return refuted(small, judges, undefined);
  // The oracle may be wrong about the small one only.
  const chosen =
    asks(judges.oracle, small, judges) !== true && asks(judges.oracle, instance, judges) === true
      ? instance
      : small;
  const dissent = dissentOf(chosen, judges);
  return dissent === false ? undefined : refuted(chosen, judges, dissent);
}

function refuted(instance: Json, { next }: Judges, dissent: string | undefined): Verdict {
  const errors = next.evaluator.evaluate(instance).errors.map(plain);
  return { verdict: "incompatible", witness: { instance, errors, ...(dissent && { dissent }) } };
}

function quicklyAgreed(instance: Json, judges: Judges): boolean {
  const { old, next, quick } = judges;
  if (quick === undefined || mayDissent([old.schema, next.schema])) return false;
  return asks(quick, instance, judges) === true;
}

/** Nothing where the oracle agrees; why it does not; false where that is no known reason and nobody else agrees. */
function dissentOf(instance: Json, judges: Judges): string | undefined | false {
  const { old, next, oracle, second } = judges;
  const answer = asks(oracle, instance, judges);
  if (answer === true) return undefined;
  const reason =
    answer === false
      ? dissentReason(oracle.name, [old.schema, next.schema])
      : refusalReason(oracle.name, answer);
  const agrees = second !== undefined && asks(second, instance, judges) === true;
  if (!agrees) return reason ?? false;
  const what =
    answer === false ? "does not tell the schemas apart" : `cannot compile the schemas (${answer})`;
  return `${reason ?? `${oracle.name} ${what}`}; ${second.name} agrees`;
}

/** Whether the oracle tells the schemas apart by the instance, or why it cannot say. */
function asks(oracle: Oracle, instance: Json, { old, next, formats }: Judges): boolean | string {
  try {
    const accepts = ({ schema, dialect }: Side) => oracle.compile(schema, { dialect, formats })(instance);
    return accepts(old) && !accepts(next);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function plain({ pointer, keyword, message, params }: ValidationError): ValidationError {
  return { pointer, keyword, message, params };
}
