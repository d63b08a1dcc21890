import { contentModel, isDeclared, requiredMembers } from "../changes/members.ts";
import { onlyIn } from "../changes/one-sided.ts";
import { type Place, spoken } from "../changes/place.ts";
import type { Rule } from "./rule.ts";

/** The keyword that closes a place. */
function closingPointer(place: Place): string | undefined {
  const extras = [...spoken(place, "additionalProperties"), ...spoken(place, "unevaluatedProperties")];
  return extras.find(({ value }) => value === false)?.pointer ?? place.pointer;
}

const sunset = { type: "string", deprecated: true, "x-sunset": "2030-12-31" };

export const propertyAddedOptional: Rule = {
  id: "PROPERTY_ADDED_OPTIONAL",
  summary: "an optional property was added",
  why: "Old documents do not hold it, and old readers ignore members they do not know.",
  fix: "Nothing to do.",
  effect: "widens",
  breaks: [],
  mirror: "PROPERTY_REMOVED",
  about: "object",
  example: {
    before: { properties: { id: { type: "string" } } },
    after: { properties: { id: { type: "string" }, note: { type: "string" } } },
  },
  *find(pair) {
    if (contentModel(pair.old) === "closed") return;
    for (const { name, pointer } of onlyIn("next", pair)) {
      if (requiredMembers(pair.next).has(name)) continue;
      yield {
        message: `property "${name}" was added as optional`,
        oldPointer: undefined,
        newPointer: pointer,
      };
    }
  },
};

export const propertyAddedToClosed: Rule = {
  id: "PROPERTY_ADDED_TO_CLOSED",
  summary: "a property was added to a closed object",
  why: "Old readers reject members they do not know, so they reject documents that hold it.",
  fix: "Publish {member} in {successor}, with the object open from its first version on.",
  effect: "widens",
  breaks: ["forward"],
  mirror: "PROPERTY_REMOVED_FROM_CLOSED",
  about: "object",
  example: {
    before: { properties: { id: { type: "string" } }, additionalProperties: false },
    after: { properties: { id: { type: "string" }, note: { type: "string" } }, additionalProperties: false },
    witness: { note: "" },
    mended: { successor: { properties: { id: { type: "string" }, note: { type: "string" } } } },
  },
  *find(pair) {
    if (contentModel(pair.old) !== "closed") return;
    for (const { name, pointer } of onlyIn("next", pair)) {
      if (isDeclared(pair.old, name)) continue;
      const message = `property "${name}" was added to an object that old readers hold closed`;
      yield { message, oldPointer: closingPointer(pair.old), newPointer: pointer, member: name };
    }
  },
};

export const propertyRemoved: Rule = {
  id: "PROPERTY_REMOVED",
  summary: "a property was removed",
  why: "Its name may come back with another meaning, and readers lose data that old documents hold.",
  fix: "Keep {member}, marked `deprecated` with an `x-sunset` date.",
  effect: "widens",
  breaks: [],
  mirror: "PROPERTY_ADDED_OPTIONAL",
  about: "object",
  example: {
    before: { properties: { id: { type: "string" }, note: { type: "string" } } },
    after: { properties: { id: { type: "string" } } },
    mended: { here: { properties: { id: { type: "string" }, note: sunset } } },
  },
  *find(pair) {
    for (const { name, pointer } of onlyIn("old", pair)) {
      if (contentModel(pair.next) === "closed" && !isDeclared(pair.next, name)) continue;
      yield {
        message: `property "${name}" was removed`,
        oldPointer: pointer,
        newPointer: undefined,
        member: name,
      };
    }
  },
};

export const propertyRemovedFromClosed: Rule = {
  id: "PROPERTY_REMOVED_FROM_CLOSED",
  summary: "a property was removed from a closed object",
  why: "New readers reject members they do not know, so they reject old documents that hold it.",
  fix: "Keep {member}, marked `deprecated` with an `x-sunset` date.",
  effect: "narrows",
  breaks: ["backward"],
  mirror: "PROPERTY_ADDED_TO_CLOSED",
  about: "object",
  example: {
    before: { properties: { id: { type: "string" }, note: { type: "string" } }, additionalProperties: false },
    after: { properties: { id: { type: "string" } }, additionalProperties: false },
    witness: { note: "" },
    mended: {
      here: { properties: { id: { type: "string" }, note: sunset }, additionalProperties: false },
    },
  },
  *find(pair) {
    if (contentModel(pair.next) !== "closed") return;
    for (const { name, pointer } of onlyIn("old", pair)) {
      if (isDeclared(pair.next, name)) continue;
      const message = `property "${name}" was removed, and new readers reject members they do not know`;
      yield { message, oldPointer: pointer, newPointer: closingPointer(pair.next), member: name };
    }
  },
};
