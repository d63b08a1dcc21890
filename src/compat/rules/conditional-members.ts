import { conditionalKeywords } from "../changes/conditions.ts";
import { schemasIn } from "../changes/keyword-changes.ts";
import { contentModel, isDeclared } from "../changes/members.ts";
import { type Place, placeOf, spoken } from "../changes/place.ts";
import type { Pair } from "../changes/walk.ts";
import { onlyIn } from "../changes/one-sided.ts";
import type { Found } from "./rule.ts";

/** Members the other side names only under a condition: whether it declares them depends on the document. */
export function* conditionalMembers(pair: Pair): Generator<Found> {
  for (const side of ["old", "next"] as const) {
    const there = side === "old" ? pair.next : pair.old;
    const conditions = conditionsOf(there);
    for (const { name } of onlyIn(side, pair)) {
      if (!conditions.some((place) => contentModel(place) !== "map" && isDeclared(place, name))) continue;
      yield {
        message: `property "${name}" is declared here, and under a condition on the other side`,
        oldPointer: pair.old.pointer,
        newPointer: pair.next.pointer,
      };
    }
  }
}

/** How many conditions deep to look. */
const depthLimit = 4;

function conditionsOf(place: Place, depth = depthLimit): readonly Place[] {
  if (depth === 0) return [];
  const found = ["anyOf", "oneOf", ...conditionalKeywords].flatMap((keyword) =>
    spoken(place, keyword).flatMap((said) =>
      schemasIn(place, said, keyword).map((located) => placeOf(place.index, [located])),
    ),
  );
  return [...found, ...found.flatMap((each) => conditionsOf(each, depth - 1))];
}
