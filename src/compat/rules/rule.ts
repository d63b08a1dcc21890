import type { Direction, Effect, Json, Schema } from "../../model.ts";
import type { Pair } from "../changes/walk.ts";

/** One kind of change, and all that people are told about it. */
export interface Rule {
  /** UPPER_SNAKE; the same in findings, fixtures and docs. */
  readonly id: string;
  /** One clause: what happened. */
  readonly summary: string;
  readonly why: string;
  /** What works instead. `{member}`, `{values}` and `{successor}` stand for what a finding speaks of: see `fixFor`. */
  readonly fix: string;
  readonly effect: Effect;
  /** Directions it may break under record semantics; which it did break is for the engine to say, of a rename its parts. */
  readonly breaks: readonly Direction[];
  /** Breaks of other rules that this one tells in their place, and where it does. */
  readonly carries?: { readonly breaks: readonly Direction[]; readonly where: string };
  readonly example: Example;
  /** Of values of this type alone, or of `types` themselves: where only one side allows a type, that tells all of it. */
  readonly about?: "object" | "array" | "string" | "number" | "types";
  /** Says that something changed below a keyword; not told where a finer fact says what. */
  readonly coarse?: true;
  /** The rule that fires on the example turned round, or why there is none. */
  readonly mirror: string | { readonly none: string };
  /** The facts of this kind at one place of two schemas. It does not walk. */
  find(pair: Pair): Iterable<Found>;
}

export interface Example {
  readonly before: Schema;
  readonly after: Schema;
  /** What one side may write and the other rejects; undefined where the change is harmless. */
  readonly witness?: Json;
  /** `after` with the fix applied; absent where there is nothing to fix. */
  readonly mended?: Mended;
}

/** A schema as the fix says: as the next version of the subject, or as the first of its successor namespace. */
export type Mended = { readonly here: Schema } | { readonly successor: Schema };

export interface Found {
  readonly message: string;
  readonly oldPointer: string | undefined;
  readonly newPointer: string | undefined;
  readonly member?: string;
  /** The values it is about, as a person writes them. */
  readonly values?: string;
  /** Where another fix than the rule's fits better. */
  readonly fix?: string;
  /** Where the new name stands, of the rename that this says nothing beside: what it breaks, the rename breaks. */
  readonly renamedTo?: string;
}

/** Changes that may break readers either way. */
export const both: readonly Direction[] = ["backward", "forward"];
