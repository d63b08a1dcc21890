import { WaybillError } from "../errors.ts";
import { type EvaluationError, evaluator } from "../evaluate/index.ts";
import type { Change, Dialect, Direction, Schema, Verdict, Witness } from "../model.ts";
import { changes } from "./changes/index.ts";
import { mayBreak } from "./conservative.ts";
import { type Decide, type DecideOptions, inDirection } from "./decide.ts";
import { flat, trace } from "./trace.ts";
import { undo } from "./undo.ts";

/** A schema with the dialect of its subject. */
export interface Compared {
  readonly schema: Schema;
  readonly dialect: Dialect;
}

/** One breaking change with its own witness. */
export interface Break {
  /** Undefined where no single change explains the witness. */
  readonly change: Change | undefined;
  /** Where the reader rejects, in the reader's schema. */
  readonly rejectedAt: string;
  readonly witness: Witness;
}

/** How many changes at most are told apart in one direction; the rest follow when those are mended. */
const breakLimit = 40;

/** All facts about two schemas. */
export function factsOf(old: Compared, next: Compared): readonly Change[] {
  return changes(old.schema, next.schema, { old: { dialect: old.dialect }, next: { dialect: next.dialect } });
}

/** The verdict in one direction; a schema that cannot be read is undecided. */
export function ask(
  decide: Decide,
  direction: Direction,
  old: Compared,
  next: Compared,
  options: DecideOptions,
): Verdict {
  const { writer, reader } = inDirection(direction, old, next);
  const dialects = { writerDialect: writer.dialect, readerDialect: reader.dialect };
  try {
    return decide(writer.schema, reader.schema, { ...options, ...dialects });
  } catch (error) {
    if (!(error instanceof WaybillError)) throw error;
    return { verdict: "undecided", reason: error.message, pointer: error.place.pointer ?? "" };
  }
}

/**
 * Every independent breaking change: the witness is traced to the change at the rejecting keyword, that change is taken
 * back, and the question asked again, until nothing separates the two.
 */
export function breaksOf(
  decide: Decide,
  direction: Direction,
  old: Compared,
  next: Compared,
  options: DecideOptions,
  first: Witness,
  facts: readonly Change[],
): readonly Break[] {
  const found: Break[] = [];
  let suspects = facts.filter(({ rule }) => mayBreak(rule, direction));
  let left = next;
  let witness: Witness | undefined = first;
  while (witness !== undefined && found.length < breakLimit) {
    const here = errorsOf(direction, old, left, witness, options);
    const change = trace(here, suspects, direction);
    const confirmed = errorsOf(direction, old, next, witness, options);
    if (confirmed.length > 0) {
      const [rejecting] = flat(here);
      found.push({
        change,
        rejectedAt: rejecting?.schemaPointer ?? "",
        witness: { ...witness, errors: confirmed },
      });
    }
    const undone = change && undo(old.schema, left.schema, change);
    if (undone === undefined) break;
    suspects = suspects.filter((one) => one !== change);
    left = { ...left, schema: undone };
    const again = ask(decide, direction, old, left, options);
    witness = again.verdict === "incompatible" ? again.witness : undefined;
  }
  return found;
}

function errorsOf(
  direction: Direction,
  old: Compared,
  next: Compared,
  { instance }: Witness,
  { formats = "assert" }: DecideOptions,
): readonly EvaluationError[] {
  const { reader } = inDirection(direction, old, next);
  return evaluator(reader.schema, { dialect: reader.dialect, formats }).evaluate(instance).errors;
}
