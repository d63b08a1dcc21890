import type { Dialect, Direction, Schema, Semantics, Verdict } from "../model.ts";

export interface DecideOptions {
  readonly semantics: Semantics;
  /** Each side's dialect where its schema declares none. */
  readonly writerDialect?: Dialect | undefined;
  readonly readerDialect?: Dialect | undefined;
  /** `assert` (the default here): formats decide, as in the validators we generate. */
  readonly formats?: "assert" | "annotate" | undefined;
}

/**
 * The seam of the engine: may every document the first schema's writers write be read with the second?
 * Backward asks it of old and new, forward of new and old.
 */
export type Decide = (writer: Schema, reader: Schema, options: DecideOptions) => Verdict;

/** Asks in a direction: who writes, who reads. */
export function inDirection<T>(
  direction: Direction,
  old: T,
  next: T,
): { readonly writer: T; readonly reader: T } {
  return direction === "backward" ? { writer: old, reader: next } : { writer: next, reader: old };
}
