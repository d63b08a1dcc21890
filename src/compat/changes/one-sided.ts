import { namedMembers } from "./members.ts";
import { oncePer } from "./once-per.ts";
import type { Place } from "./place.ts";
import type { Pair } from "./walk.ts";

export interface Named {
  readonly name: string;
  readonly pointer: string;
}

/** Members one side names and the other does not. */
export function onlyIn(side: "old" | "next", pair: Pair): readonly Named[] {
  return oneSided(pair)[side];
}

const oneSided = oncePer(({ old, next }: Pair) => ({ old: missing(old, next), next: missing(next, old) }));

function missing(here: Place, there: Place): readonly Named[] {
  const others = namedMembers(there);
  return [...namedMembers(here)]
    .filter(([name]) => !others.has(name))
    .map(([name, pointer]) => ({ name, pointer }));
}
