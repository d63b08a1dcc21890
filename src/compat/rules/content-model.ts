import { type ContentModel, contentModel } from "../changes/members.ts";
import { type Place, spoken } from "../changes/place.ts";
import type { Pair } from "../changes/walk.ts";
import type { Found, Rule } from "./rule.ts";

/** Where a person looks for the content model: at the keyword that sets it, else at the place. */
function pointerTo(place: Place): string | undefined {
  const [said] = [...spoken(place, "additionalProperties"), ...spoken(place, "unevaluatedProperties")];
  return said?.pointer ?? place.pointer;
}

function* remodelled(
  pair: Pair,
  from: readonly ContentModel[],
  to: readonly ContentModel[],
): Generator<Found> {
  const [before, after] = [contentModel(pair.old), contentModel(pair.next)];
  if (before === after || !from.includes(before) || !to.includes(after)) return;
  yield {
    message: `object became a ${after} where it was a ${before}`.replaceAll("a closed", "closed"),
    oldPointer: pointerTo(pair.old),
    newPointer: pointerTo(pair.next),
  };
}

const id = { id: { type: "string" } };

export const mapClosed: Rule = {
  id: "MAP_CLOSED",
  summary: "a map was closed",
  why: "Old documents may hold members that new readers reject.",
  fix: "Keep the place open; declare the members you know beside it.",
  effect: "narrows",
  breaks: ["backward"],
  mirror: "CLOSED_BECAME_MAP",
  about: "object",
  example: {
    before: { properties: id, additionalProperties: true },
    after: { properties: id, additionalProperties: false },
    witness: { a: null },
    mended: { here: { properties: id, additionalProperties: true } },
  },
  find: (pair) => remodelled(pair, ["map"], ["closed"]),
};

export const closedBecameMap: Rule = {
  id: "CLOSED_BECAME_MAP",
  summary: "a closed object became a map",
  why: "New documents may hold members that old readers reject.",
  fix: "Keep the object closed here, and publish the map in {successor}.",
  effect: "widens",
  breaks: ["forward"],
  mirror: "MAP_CLOSED",
  about: "object",
  example: {
    before: { properties: id, additionalProperties: false },
    after: { properties: id, additionalProperties: true },
    witness: { a: null },
    mended: { successor: { properties: id, additionalProperties: true } },
  },
  find: (pair) => remodelled(pair, ["closed"], ["map"]),
};

export const additionalPropertiesClosed: Rule = {
  id: "ADDITIONAL_PROPERTIES_CLOSED",
  summary: "a record was closed",
  why: "Its writers write declared members only, so nothing breaks now; but no member can be added any more.",
  fix: "Leave the object open, so that it can grow.",
  effect: "narrows",
  breaks: [],
  mirror: "ADDITIONAL_PROPERTIES_OPENED",
  about: "object",
  example: { before: { properties: id }, after: { properties: id, additionalProperties: false } },
  find: (pair) => remodelled(pair, ["record"], ["closed"]),
};

export const additionalPropertiesOpened: Rule = {
  id: "ADDITIONAL_PROPERTIES_OPENED",
  summary: "a closed object became a record",
  why: "Its writers still write declared members only; readers of the closed form still reject others.",
  fix: "Nothing to do; members added later break readers of the closed form.",
  effect: "widens",
  breaks: [],
  mirror: "ADDITIONAL_PROPERTIES_CLOSED",
  about: "object",
  example: { before: { properties: id, additionalProperties: false }, after: { properties: id } },
  find: (pair) => remodelled(pair, ["closed"], ["record"]),
};

export const mapBecameRecord: Rule = {
  id: "MAP_BECAME_RECORD",
  summary: "a map became a record",
  why: "Writers may put declared members only from now on; what readers accept is told member by member.",
  fix: "Nothing to do for readers; say additionalProperties: true to keep the place a map.",
  effect: "narrows",
  breaks: [],
  mirror: "RECORD_BECAME_MAP",
  about: "object",
  example: { before: { type: "object" }, after: { type: "object", properties: { id: {} } } },
  find: (pair) => remodelled(pair, ["map"], ["record"]),
};

export const recordBecameMap: Rule = {
  id: "RECORD_BECAME_MAP",
  summary: "a record became a map",
  why: "Writers may put any member from now on; old readers ignore those they do not know.",
  fix: "Declare the members you know, so that the place stays a record.",
  effect: "widens",
  breaks: [],
  mirror: "MAP_BECAME_RECORD",
  about: "object",
  example: { before: { type: "object", properties: { id: {} } }, after: { type: "object" } },
  find: (pair) => remodelled(pair, ["record"], ["map"]),
};
