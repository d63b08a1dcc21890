import { isObject } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import { type Place, spoken } from "../changes/place.ts";
import { type Pair, patternsOf } from "../changes/walk.ts";
import { both, type Found, type Rule } from "./rule.ts";

const counted = { id: { type: "string" }, x_count: { type: "string" } };
const free = { properties: counted };
const numbered = { properties: counted, patternProperties: { "^x_": { type: "integer" } } };

function pointerTo(place: Place, source: string): string | undefined {
  const said = spoken(place, "patternProperties").find(
    ({ value }) => isObject(value) && Object.hasOwn(value, source),
  );
  return said && append(said.pointer, source);
}

function* onlyIn(side: "old" | "next", pair: Pair): Generator<Found> {
  const there = patternsOf(side === "old" ? pair.next : pair.old);
  for (const source of patternsOf(pair[side])) {
    if (there.has(source)) continue;
    const pointer = pointerTo(pair[side], source);
    yield {
      message: `a schema for members that match "${source}" was ${side === "old" ? "removed" : "added"}`,
      oldPointer: side === "old" ? pointer : pair.old.pointer,
      newPointer: side === "next" ? pointer : pair.next.pointer,
    };
  }
}

export const patternPropertiesAdded: Rule = {
  id: "PATTERN_PROPERTIES_ADDED",
  summary: "members whose names match must now follow a schema",
  why: "Old documents may hold such members with other values; where the object was closed, old readers know none.",
  fix: "Choose a pattern that no member written so far matches, or declare the members one by one.",
  effect: "shifts",
  breaks: both,
  mirror: "PATTERN_PROPERTIES_REMOVED",
  about: "object",
  example: {
    before: free,
    after: numbered,
    witness: { x_count: "" },
    mended: { here: { properties: counted, patternProperties: { "^y_": { type: "integer" } } } },
  },
  find: (pair) => onlyIn("next", pair),
};

export const patternPropertiesRemoved: Rule = {
  id: "PATTERN_PROPERTIES_REMOVED",
  summary: "members whose names match need no longer follow a schema",
  why: "New documents may hold such members with other values; where the object is closed, new readers know none.",
  fix: "Keep the pattern, or publish without it in {successor}.",
  effect: "shifts",
  breaks: both,
  mirror: "PATTERN_PROPERTIES_ADDED",
  about: "object",
  example: {
    before: numbered,
    after: free,
    witness: { x_count: "" },
    mended: { successor: free },
  },
  find: (pair) => onlyIn("old", pair),
};
