import { cases } from "./cases.ts";
import type { Mutated } from "./mutate.ts";

/** Questions that are undecided on purpose: an answer would be a guess. */
const open = [
  { type: "string", minLength: 1e9 },
  { type: "array", minItems: 1e9 },
] as const;

/** The first fixture that an engine answers otherwise than its label says. */
export function betrayed({ decide }: Mutated): string | undefined {
  for (const one of cases) {
    const { file, name, old, new: next, dialect, formats, semantics, budget = 20_000 } = one;
    const options = { dialect, formats, semantics, budget };
    const expected = (included: boolean) => (included ? "compatible" : "incompatible");
    const there = decide(old, next, options).verdict;
    if (there !== expected(one.oldSubsetOfNew)) return `${file}: ${name}: ${there}`;
    const back = decide(next, old, options).verdict;
    if (back !== expected(one.newSubsetOfOld)) return `${file}: ${name}: ${back} the other way`;
  }
  const guessed = open.find((old) => decide(old, false).verdict !== "undecided");
  return guessed && `an answer to ${JSON.stringify(guessed)}`;
}
