import type { Evaluator } from "../../evaluate/index.ts";
import type { Json } from "../../model.ts";
import type { Place } from "../changes/place.ts";

/** The place in the writer's schema, and in the reader's where it has one: bounds of both sides make good tests. */
export interface Two {
  readonly writer: Place;
  readonly reader: Place;
  readonly judge: Evaluator;
}

/** Values of a place one level further down. */
export type Below = (two: Two) => readonly Json[];
