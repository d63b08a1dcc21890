import { WaybillError } from "../errors.ts";
import type { Dialect, Direction, Schema, Verdict } from "../model.ts";
import { changes, type Fact } from "./changes/index.ts";
import { type Decide, type DecideOptions, inDirection } from "./decide.ts";

/** A schema with the dialect of its subject. */
export interface Compared {
  readonly schema: Schema;
  readonly dialect: Dialect;
}

/** All facts about two schemas; none where one of them cannot be read, which leaves the verdict undecided. */
export function factsOf(old: Compared, next: Compared): readonly Fact[] {
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
