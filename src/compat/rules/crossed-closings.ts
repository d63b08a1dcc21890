import { bothSayTheSame } from "../changes/keyword-changes.ts";
import { namedMembers } from "../changes/members.ts";
import { type Part, spoken } from "../changes/place.ts";
import { type Pair, patternsOf } from "../changes/walk.ts";
import type { Found } from "./rule.ts";

/** `additionalProperties: false` in one of several schemas that name members: it sees its own neighbours only. */
export function* crossedClosings(pair: Pair): Generator<Found> {
  for (const side of ["old", "next"] as const) {
    const place = pair[side];
    const [first] = place.parts;
    const blind = [
      ...spoken(place, "additionalProperties"),
      ...spoken(place, "unevaluatedProperties").filter(({ part }) => part !== first),
    ].filter(({ value }) => value === false);
    const names = (part: Part) => {
      const alone = { ...place, parts: [part] };
      return namedMembers(alone).size > 0 || patternsOf(alone).size > 0;
    };
    const unseen = blind.some(({ part }) => place.parts.some((other) => other !== part && names(other)));
    if (!unseen || isSame(pair)) continue;
    const message = "several schemas name the members of a closed object";
    yield { message, oldPointer: pair.old.pointer, newPointer: pair.next.pointer };
    return;
  }
}

function isSame(pair: Pair): boolean {
  const { parts: ours } = pair.old;
  const { parts: theirs } = pair.next;
  return (
    ours.length === theirs.length &&
    ours.every(({ located }, index) => {
      const other = theirs[index]?.located;
      return other !== undefined && bothSayTheSame(pair, located, other);
    })
  );
}
