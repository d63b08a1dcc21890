import type { Evaluator } from "../../evaluate/index.ts";
import type { Dialect, Json, Schema, ValidationError, Verdict } from "../../model.ts";
import { dissentReason } from "./dissents.ts";
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
  /** What may stand as a witness beyond being accepted by `old`. */
  readonly admits: (instance: Json) => boolean;
}

/**
 * A witness is believed when our evaluator separates the two schemas by it, and so does the oracle, or the oracle's
 * disagreement has a known reason. Anything else is undefined: no verdict rests on it.
 */
export function confirm(instance: Json, judges: Judges): Verdict | undefined {
  const { old, next, admits } = judges;
  const separates = (candidate: Json) =>
    old.evaluator.accepts(candidate) && !next.evaluator.accepts(candidate) && admits(candidate);
  if (!separates(instance)) return undefined;
  const small = shrink(instance, separates);
  const dissent = dissentOf(small, judges);
  // The oracle may be wrong about the small one only.
  const chosen = dissent === undefined || dissentOf(instance, judges) !== undefined ? small : instance;
  const said = chosen === small ? dissent : undefined;
  if (said !== undefined && said.reason === undefined) return undefined;
  const errors = next.evaluator.evaluate(chosen).errors.map(plain);
  const witness = { instance: chosen, errors, ...(said?.reason && { dissent: said.reason }) };
  return { verdict: "incompatible", witness };
}

function dissentOf(
  instance: Json,
  { old, next, formats, oracle }: Judges,
): { reason: string | undefined } | undefined {
  try {
    const accepts = ({ schema, dialect }: Side) => oracle.compile(schema, { dialect, formats })(instance);
    if (accepts(old) && !accepts(next)) return undefined;
    return { reason: dissentReason(oracle.name, [old.schema, next.schema]) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { reason: `${oracle.name} cannot compile the schemas: ${message}` };
  }
}

function plain({ pointer, keyword, message, params }: ValidationError): ValidationError {
  return { pointer, keyword, message, params };
}
