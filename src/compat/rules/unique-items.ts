import { type Place, spoken } from "../changes/place.ts";
import type { Rule } from "./rule.ts";

function unique(place: Place): string | undefined {
  return spoken(place, "uniqueItems").find(({ value }) => value === true)?.pointer;
}

const tags = (schema: object) => ({ properties: { tags: { type: "array", ...schema } } });

export const uniqueItemsAdded: Rule = {
  id: "UNIQUE_ITEMS_ADDED",
  summary: "items must now be unique",
  why: "Old documents may hold equal items, so new readers reject them.",
  fix: "Leave it out, and let readers drop repetitions.",
  effect: "narrows",
  breaks: ["backward"],
  mirror: "UNIQUE_ITEMS_REMOVED",
  about: "array",
  example: {
    before: tags({}),
    after: tags({ uniqueItems: true }),
    witness: { tags: [null, null] },
    mended: { here: tags({ description: "Repetitions say nothing." }) },
  },
  *find({ old, next }) {
    const pointer = unique(next);
    if (pointer === undefined || unique(old) !== undefined) return;
    yield { message: "items must now be unique", oldPointer: old.pointer, newPointer: pointer };
  },
};

export const uniqueItemsRemoved: Rule = {
  id: "UNIQUE_ITEMS_REMOVED",
  summary: "items need no longer be unique",
  why: "New documents may hold equal items, so old readers reject them.",
  fix: "Keep it, or publish without it in {successor}.",
  effect: "widens",
  breaks: ["forward"],
  mirror: "UNIQUE_ITEMS_ADDED",
  about: "array",
  example: {
    before: tags({ uniqueItems: true }),
    after: tags({}),
    witness: { tags: [null, null] },
    mended: { successor: tags({}) },
  },
  *find({ old, next }) {
    const pointer = unique(old);
    if (pointer === undefined || unique(next) !== undefined) return;
    yield { message: "items need no longer be unique", oldPointer: pointer, newPointer: next.pointer };
  },
};
