import type { Direction, Effect, Json, Schema } from "../../model.ts";
import type { Pair } from "../changes/walk.ts";

/** One kind of change, and all that people are told about it. */
export interface Rule {
  /** UPPER_SNAKE; the same in findings, fixtures and docs. */
  readonly id: string;
  /** One clause: what happened. */
  readonly summary: string;
  readonly why: string;
  readonly fix: string;
  readonly effect: Effect;
  /** Directions it may break under record semantics; which it did break is for the engine to say. */
  readonly breaks: readonly Direction[];
  readonly example: Example;
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
}

export interface Found {
  readonly message: string;
  readonly oldPointer: string | undefined;
  readonly newPointer: string | undefined;
  readonly member?: string;
}

/** Changes that may break readers either way. */
export const both: readonly Direction[] = ["backward", "forward"];
