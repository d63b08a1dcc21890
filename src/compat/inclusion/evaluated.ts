import type { Literal } from "./formula.ts";

/** Something a schema evaluates wherever all of `when` hold. */
export interface Evaluation {
  readonly when: readonly Literal[];
  readonly names?: { readonly listed: ReadonlySet<string>; readonly patterns: readonly string[] } | "all";
  /** Items from the front; Infinity for all. */
  readonly prefix?: number;
  /** Items that match, one by one (`contains` in 2020-12). */
  readonly matching?: Literal;
}

export type Evaluated = readonly Evaluation[];
export const nothingEvaluated: Evaluated = [];

/** The same, where a further condition holds. */
export function underCondition(evaluated: Evaluated, condition: Literal): Evaluated {
  return evaluated.map((one) => ({ ...one, when: [...one.when, condition] }));
}
