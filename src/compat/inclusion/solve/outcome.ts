import type { Json } from "../../../model.ts";
import type { FormatTests, Truth } from "../holds.ts";
import type { Arena } from "../arena.ts";
import type { Kind, Literal } from "../formula.ts";
import type { Rules } from "../rules.ts";

/** What is known of a conjunction of literals. `sure` is false where an opaque predicate had no say. */
export type Outcome =
  | { readonly kind: "empty" }
  | { readonly kind: "witness"; readonly value: Json; readonly sure: boolean }
  | { readonly kind: "unknown"; readonly reason: string; readonly at: Literal | undefined };

export const empty: Outcome = { kind: "empty" };

export function witness(value: Json, sure = true): Outcome {
  return { kind: "witness", value, sure };
}

export function unknown(reason: string, at?: Literal): Outcome {
  return { kind: "unknown", reason, at };
}

/** What the search gave up on: the first literal of these kinds, else the first of all. */
export function gaveUp(
  reason: string,
  literals: readonly Literal[],
  { arena }: Context,
  ...kinds: readonly Kind[]
): Outcome {
  const blamed = literals.find((literal) => kinds.includes(arena.node(literal).kind));
  return unknown(reason, blamed ?? literals[0]);
}

/** What the typed solvers share. */
export interface Context {
  readonly arena: Arena;
  readonly formats: FormatTests;
  readonly rules: Rules;
  holds(literal: Literal, value: Json): Truth;
  /** Whether some value satisfies all literals. */
  solve(literals: readonly Literal[]): Outcome;
  /** Counts a step; false once the budget is used up. */
  spend(steps: number): boolean;
  /** Counts states of automata that were searched: no part of the budget, which steps alone use up. */
  onSearched(states: number): void;
  /** All of them hold, as far as can be told. */
  allHold(literals: Iterable<Literal>, value: Json): Truth;
}

/**
 * Joins the answers of alternatives: a sure witness wins, then an unsure one, then what is unknown;
 * empty only where every alternative is.
 */
export function firstWitness(alternatives: Iterable<() => Outcome>): Outcome {
  let best: Outcome = empty;
  for (const alternative of alternatives) {
    const outcome = alternative();
    if (outcome.kind === "witness" && outcome.sure) return outcome;
    best = better(best, outcome);
  }
  return best;
}

export function better(a: Outcome, b: Outcome): Outcome {
  return rank(b) > rank(a) ? b : a;
}

function rank(outcome: Outcome): number {
  if (outcome.kind === "witness") return outcome.sure ? 3 : 2;
  return outcome.kind === "unknown" ? 1 : 0;
}
