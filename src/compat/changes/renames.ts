import { keyOf } from "../../evaluate/index.ts";
import { isObject, own } from "../../schema/json.ts";
import { memberSchemas, requiredMembers } from "./members.ts";
import { oncePer } from "./once-per.ts";
import { type Named, onlyIn } from "./one-sided.ts";
import { placeOf } from "./place.ts";
import { saysTheSame } from "./same.ts";
import { typesOf } from "./values.ts";
import type { Pair } from "./walk.ts";

export interface Rename {
  readonly from: Named;
  readonly to: Named;
}

/**
 * Members that look renamed: one went and another came that shares a word with it, has the very same description, or
 * alone says the same. A guess that two candidates could claim is none.
 */
export const renames = oncePer((pair: Pair): readonly Rename[] => {
  const removed = onlyIn("old", pair);
  const added = onlyIn("next", pair);
  if (removed.length * added.length > guessLimit) return [];
  const found: Rename[] = [];
  for (const test of [described, likeness, same]) {
    const gone = removed.filter((one) => !found.some(({ from }) => from === one));
    const left = new Set(added.filter((one) => !found.some(({ to }) => to === one)));
    for (const from of gone) {
      const ranked = [...left]
        .map((to) => ({ to, score: test(pair, from.name, to.name) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score);
      const [best, second] = ranked;
      if (best === undefined || best.score === second?.score) continue;
      // A shape tells nothing where several went that have it.
      const rivals = test === likeness ? [] : gone.filter((one) => test(pair, one.name, best.to.name) > 0);
      if (rivals.length > 1) continue;
      left.delete(best.to);
      found.push({ from, to: best.to });
    }
  }
  return found;
});

/** Whether the old name was required and the new one is: the rename is all that happened to it. */
export function keepsRequired({ from, to }: Rename, { old, next }: Pair): boolean {
  return requiredMembers(old).has(from.name) && requiredMembers(next).has(to.name);
}

/** The same schema with the same words about it. */
function described(pair: Pair, name: string, candidate: string): number {
  const [a, b] = [memberSchemas(pair.old, name)[0]?.schema, memberSchemas(pair.next, candidate)[0]?.schema];
  if (!isObject(a) || !isObject(b) || own(a, "description") === undefined) return 0;
  return keyOf(a) === keyOf(b) ? 1 : 0;
}

function same(pair: Pair, name: string, candidate: string): number {
  const [a] = memberSchemas(pair.old, name);
  const [b] = memberSchemas(pair.next, candidate);
  if (a === undefined || b === undefined) return 0;
  return saysTheSame({ index: pair.old.index, located: a }, { index: pair.next.index, located: b }) ? 1 : 0;
}

/** Comparisons at one place; where more changed at once, a guess at who became whom is worth nothing. */
const guessLimit = 1_000;

/** Zero where nothing speaks for a rename; more for a shared word than for a shared shape. */
function likeness(pair: Pair, name: string, candidate: string): number {
  const [a] = memberSchemas(pair.old, name);
  const [b] = memberSchemas(pair.next, candidate);
  if (a === undefined || b === undefined) return 0;
  const [ours, theirs] = [placeOf(pair.old.index, [a]), placeOf(pair.next.index, [b])];
  if ((typesOf(ours).bits & typesOf(theirs).bits) === 0) return 0;
  const same = saysTheSame({ index: pair.old.index, located: a }, { index: pair.next.index, located: b });
  const [words, others] = [wordsOf(name), wordsOf(candidate)];
  const shared = words.filter((word) => others.includes(word)).length;
  const close = (2 * shared) / (words.length + others.length);
  return close + (same && shared > 0 ? 1 : 0);
}

/** `missionSlug`, `mission_slug` and `mission-slug` are the same two words. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
