import type { Located } from "../../schema/resources.ts";
import { changedDependents } from "./dependents.ts";
import { besides, keywordChanges, schemasIn } from "./keyword-changes.ts";
import { type Part, type Place, placeOf, type Spoken } from "./place.ts";
import type { Pair } from "./walk.ts";

/** Keywords whose schemas apply at the same place, under a condition. */
export const conditionalKeywords = ["if", "then", "else", "dependentSchemas", "dependencies"] as const;

const choices = [...conditionalKeywords, "anyOf", "oneOf"];

/** What `then`, `else` and dependent schemas say, with everything beside them; each against what it became. */
export function* conditions(pair: Pair): Generator<Pair> {
  for (const [one, other] of keywordChanges(pair, "if").changed) {
    for (const keyword of ["then", "else"] as const) {
      const [before, after] = [besides(one, keyword), besides(other, keyword)];
      if (before === undefined || after === undefined) continue;
      const [ours] = schemasIn(pair.old, before, keyword);
      const [theirs] = schemasIn(pair.next, after, keyword);
      if (ours && theirs) yield beside(pair, ours, theirs, keyword);
    }
  }
  for (const { old, next } of changedDependents(pair))
    yield beside(pair, old.located, next.located, "dependentSchemas");
}

/** One condition at a time: what stands beside it keeps its other conditions to itself. */
function beside(pair: Pair, ours: Located, theirs: Located, under: string): Pair {
  const place = (from: Place, located: Located): Place => {
    const parts = from.parts.map(
      (part): Part => ({ ...part, hidden: [...new Set([...(part.hidden ?? []), ...choices])] }),
    );
    return { ...placeOf(from.index, [located], parts), pointer: located.pointer };
  };
  return { ...pair, old: place(pair.old, ours), next: place(pair.next, theirs), under };
}

/**
 * What tests and does not simply add: the schemas of `not`, `if`, `contains` and `propertyNames`. A change in them is a
 * fact; which way it works depends on what is around it.
 */
export function* tests(pair: Pair): Generator<Pair> {
  for (const keyword of ["not", "if", "contains", "propertyNames"]) {
    for (const [one, other] of keywordChanges(pair, keyword).changed) {
      const alone = (place: Place, said: Spoken) => placeOf(place.index, schemasIn(place, said, keyword));
      const where = keyword === "contains" ? `${pair.where}[]` : pair.where;
      yield {
        old: alone(pair.old, one),
        next: alone(pair.next, other),
        where,
        under: keyword,
        aside: true,
      };
    }
  }
}
