import type { Schema, Verdict } from "../model.ts";
import { type DecideOptions, defaultBudget } from "./inclusion/index.ts";
import { decide } from "./prove.ts";

/** How the questions of one file share what they may take. */
export interface Sharing {
  /** Steps for all of them together; without end where absent. The same file always ends the same way. */
  readonly fileBudget?: number;
  /** Runs one question with the clock as the last word: undefined where that stopped it. */
  readonly inTime?: <T>(work: () => T) => T | undefined;
}

/** What a question takes beside the steps of its search: two validators are compiled for its witness. */
const perQuestion = 20;

/** Decides one question after the other on one budget. What one takes is missing to those after it. */
export function onOneBudget({
  fileBudget = Number.POSITIVE_INFINITY,
  inTime = (work) => work(),
}: Sharing): (from: Schema, to: Schema, options: DecideOptions) => Verdict {
  let left = fileBudget;
  return (from, to, options) => {
    if (left <= 0) return undecided("the budget of the file is spent");
    const budget = Math.min(options.budget ?? defaultBudget, left);
    const onSpent = (steps: number) => {
      left -= perQuestion + steps;
      options.onSpent?.(steps);
    };
    return inTime(() => decide(from, to, { ...options, budget, onSpent })) ?? undecided("it takes too long");
  };
}

function undecided(reason: string): Verdict {
  return { verdict: "undecided", reason, pointer: "" };
}
