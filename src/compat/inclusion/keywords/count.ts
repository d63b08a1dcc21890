import type { Json } from "../../../model.ts";
import { type Literal, yes } from "../formula.ts";
import type { Site } from "../translate.ts";

/** A lower bound on a count; fractions round up, as comparison does. */
export function atLeast(
  kind: "minLength" | "minItems" | "minProperties",
  limit: Json,
  { arena }: Site,
): Literal {
  return typeof limit === "number" ? arena.make({ kind, count: Math.ceil(limit) }) : yes;
}

/** An upper bound on a count; a negative one leaves no value of the type. */
export function atMost(
  kind: "maxLength" | "maxItems" | "maxProperties",
  limit: Json,
  { arena }: Site,
): Literal {
  return typeof limit === "number" ? arena.make({ kind, count: Math.floor(limit) }) : yes;
}
