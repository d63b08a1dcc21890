import { WaybillError } from "../errors.ts";
import { type EvaluationError, evaluator } from "../evaluate/index.ts";
import type { Change, Dialect, Direction, Schema, Verdict, Witness } from "../model.ts";
import { changes } from "./changes/index.ts";
import { mayBreak } from "./conservative.ts";
import { type Decide, type DecideOptions, inDirection } from "./decide.ts";
import { relax } from "./relax.ts";
import { flat, trace } from "./trace.ts";

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

/** All facts about two schemas; none where one of them cannot be read, which leaves the verdict undecided. */
export function factsOf(old: Compared, next: Compared): readonly Change[] {
  const dialects = { old: { dialect: old.dialect }, next: { dialect: next.dialect } };
  return whereReadable(
    () => changes(old.schema, next.schema, dialects),
    () => [],
  );
}

/** The answer, or another one where a schema cannot be read: a broken reference, a pattern that is none. */
export function whereReadable<T>(answer: () => T, otherwise: (error: WaybillError) => T): T {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof WaybillError)) throw error;
    return otherwise(error);
  }
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
  return whereReadable<Verdict>(
    () => decide(writer.schema, reader.schema, { ...options, ...dialects }),
    (error) => ({ verdict: "undecided", reason: error.message, pointer: error.place.pointer ?? "" }),
  );
}

/**
 * Every independent breaking change: the witness is traced to the change at the rejecting keyword, the reader is relaxed
 * by it, and the question asked again, until nothing separates the two. The writer stays as it is, so every witness is
 * a document somebody may write.
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
  const { writer, reader } = inDirection(direction, old, next);
  const found: Break[] = [];
  let suspects = facts.filter(({ rule }) => mayBreak(rule, direction));
  let relaxed = reader;
  let witness: Witness | undefined = first;
  while (witness !== undefined && found.length < breakLimit) {
    const here = errorsOf(relaxed, witness, options);
    const change = trace(here, suspects, direction);
    const confirmed = errorsOf(reader, witness, options);
    if (confirmed.length > 0) {
      const [rejecting] = flat(here);
      found.push({
        change,
        rejectedAt: rejecting?.schemaPointer ?? "",
        witness: { ...witness, errors: confirmed },
      });
    }
    const schema = change && relax(writer.schema, relaxed.schema, change, direction);
    if (schema === undefined) break;
    suspects = suspects.filter((one) => one !== change);
    relaxed = { ...relaxed, schema };
    witness = witnessOf(decide, writer, relaxed, options);
  }
  return found;
}

function witnessOf(
  decide: Decide,
  writer: Compared,
  reader: Compared,
  options: DecideOptions,
): Witness | undefined {
  const verdict = ask(decide, "backward", writer, reader, options);
  return verdict.verdict === "incompatible" ? verdict.witness : undefined;
}

function errorsOf(
  { schema, dialect }: Compared,
  { instance }: Witness,
  { formats = "assert" }: DecideOptions,
): readonly EvaluationError[] {
  return evaluator(schema, { dialect, formats }).evaluate(instance).errors;
}
