import { memberSchemas } from "../changes/members.ts";
import { placeOf } from "../changes/place.ts";
import { saysTheSame } from "../changes/same.ts";
import { typesOf } from "../changes/values.ts";
import type { Pair } from "../changes/walk.ts";
import { onlyIn } from "./properties.ts";
import type { Rule } from "./rule.ts";

export const propertyRenamed: Rule = {
  id: "PROPERTY_RENAMED",
  summary: "a property looks renamed",
  why: "On the wire a rename is a removal and an addition: nobody reads the old name any more.",
  fix: "Keep {member} beside the new name, or rename it in {successor} with a declared upgrade.",
  effect: "none",
  breaks: [],
  mirror: "PROPERTY_RENAMED",
  about: "object",
  example: {
    before: { properties: { feature_slug: { type: "string" } } },
    after: { properties: { mission_slug: { type: "string" } } },
    mended: { here: { properties: { feature_slug: { type: "string" }, mission_slug: { type: "string" } } } },
  },
  *find(pair) {
    const removed = onlyIn("old", pair);
    const added = new Set(onlyIn("next", pair));
    if (removed.length * added.size > guessLimit) return;
    for (const { name, pointer } of removed) {
      const ranked = [...added]
        .map((candidate) => ({ candidate, score: likeness(pair, name, candidate.name) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score);
      const [best, second] = ranked;
      if (best === undefined || best.score === second?.score) continue;
      added.delete(best.candidate);
      const message = `property "${name}" looks renamed to "${best.candidate.name}"`;
      yield { message, oldPointer: pointer, newPointer: best.candidate.pointer, member: name };
    }
  },
};

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
  return close + (same && (shared > 0 || onlyOne(pair)) ? 1 : 0);
}

function onlyOne(pair: Pair): boolean {
  return onlyIn("old", pair).length === 1 && onlyIn("next", pair).length === 1;
}

/** `missionSlug`, `mission_slug` and `mission-slug` are the same two words. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
