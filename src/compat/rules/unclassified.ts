import { keywordChanges } from "../changes/keyword-changes.ts";
import { type Place, type Spoken, spoken } from "../changes/place.ts";
import type { Pair } from "../changes/walk.ts";
import { conditionalMembers } from "./conditional-members.ts";
import { crossedClosings } from "./crossed-closings.ts";
import { both, type Found, type Rule } from "./rule.ts";

const pair = (more: object) => ({ type: "array", prefixItems: [{ type: "string" }], ...more });

export const unclassified: Rule = {
  id: "UNCLASSIFIED",
  summary: "schemas that only together say what is allowed changed",
  why: "Where a reference leads, or what is left over, depends on the whole schema: no single change can be told apart.",
  fix: "Undo it, or publish it in {successor}; smaller changes with simpler keywords can be told apart.",
  effect: "shifts",
  breaks: both,
  mirror: "UNCLASSIFIED",
  coarse: true,
  example: {
    before: pair({ unevaluatedItems: false }),
    after: pair({}),
    witness: ["", null],
    mended: { successor: pair({}) },
  },
  *find(pair) {
    yield* leftovers(pair);
    yield* dynamic(pair);
    yield* conditionalMembers(pair);
    yield* crossedClosings(pair);
  },
};

/** Which items are left over is decided by all that applies beside the keyword. */
function* leftovers(pair: Pair): Generator<Found> {
  const { added, removed, changed } = keywordChanges(pair, "unevaluatedItems");
  const sides: readonly (readonly [Spoken | undefined, Spoken | undefined])[] = [
    ...changed,
    ...removed.map((said) => [said, undefined] as const),
    ...added.map((said) => [undefined, said] as const),
  ];
  for (const [before, after] of sides) yield fact('"unevaluatedItems" changed', pair, before, after);
}

/** Where a dynamic reference leads depends on the way to it. */
function* dynamic(pair: Pair): Generator<Found> {
  for (const keyword of ["$dynamicRef", "$recursiveRef"]) {
    const said = (place: Place) => spoken(place, keyword);
    const [before, after] = [said(pair.old), said(pair.next)];
    for (let index = 0; index < Math.max(before.length, after.length); index++)
      yield fact(`"${keyword}" cannot be followed`, pair, before[index], after[index]);
  }
}

function fact(message: string, { old, next }: Pair, before?: Spoken, after?: Spoken): Found {
  return {
    message,
    oldPointer: before?.pointer ?? old.pointer,
    newPointer: after?.pointer ?? next.pointer,
  };
}
