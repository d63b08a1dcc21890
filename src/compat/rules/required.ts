import { isArray, isObject } from "../../schema/json.ts";
import { namedMembers, requiredMembers } from "../changes/members.ts";
import { keepsRequired, renames } from "../changes/renames.ts";
import { type Place, spoken } from "../changes/place.ts";
import type { Rule } from "./rule.ts";

export const requiredAdded: Rule = {
  id: "REQUIRED_ADDED",
  summary: "a property became required",
  why: "Old documents may lack it, so new readers reject them.",
  fix: "Add {member} as optional, and let readers supply the default.",
  effect: "narrows",
  breaks: ["backward"],
  mirror: "REQUIRED_REMOVED",
  about: "object",
  example: {
    before: { properties: { id: { type: "string" } } },
    after: { properties: { id: { type: "string" } }, required: ["id"] },
    witness: {},
    mended: {
      here: { properties: { id: { type: "string", description: "Readers take none for unknown." } } },
    },
  },
  *find(pair) {
    const { old, next } = pair;
    const before = requiredMembers(old);
    const known = namedMembers(old);
    for (const [name, pointer] of requiredMembers(next)) {
      if (before.has(name)) continue;
      const rename = renames(pair).find(({ to }) => to.name === name);
      const was = rename?.from.name;
      yield {
        message: known.has(name)
          ? `property "${name}" became required`
          : `property "${name}" was added as required`,
        ...(was !== undefined && {
          fix: `Keep "${was}" as it was and add {member} beside it as optional, or rename it in {successor} with a declared upgrade.`,
        }),
        ...(rename !== undefined && keepsRequired(rename, pair) && { renamedTo: rename.to.pointer }),
        oldPointer: saidAt(old, "required"),
        newPointer: pointer,
        member: name,
      };
    }
  },
};

export const requiredRemoved: Rule = {
  id: "REQUIRED_REMOVED",
  summary: "a property is no longer required",
  why: "New documents may lack it, so old readers reject them.",
  fix: "Keep {member} required, or publish it as optional in {successor}.",
  effect: "widens",
  breaks: ["forward"],
  mirror: "REQUIRED_ADDED",
  about: "object",
  example: {
    before: { properties: { id: { type: "string" } }, required: ["id"] },
    after: { properties: { id: { type: "string" } } },
    witness: {},
    mended: { successor: { properties: { id: { type: "string" } } } },
  },
  *find(pair) {
    const { old, next } = pair;
    const after = requiredMembers(next);
    for (const [name, pointer] of requiredMembers(old)) {
      if (after.has(name)) continue;
      const rename = renames(pair).find(({ from }) => from.name === name);
      const now = rename?.to.name;
      yield {
        ...(now !== undefined && {
          fix: `Keep {member} required beside "${now}", or rename it in {successor} with a declared upgrade.`,
        }),
        ...(rename !== undefined && keepsRequired(rename, pair) && { renamedTo: rename.to.pointer }),
        message: `property "${name}" is no longer required`,
        oldPointer: pointer,
        newPointer: saidAt(next, "required"),
        member: name,
      };
    }
  },
};

/** Where a person looks for a keyword of a place: at the keyword, else at the place. */
function saidAt(place: Place, keyword: string): string | undefined {
  return spoken(place, keyword)[0]?.pointer ?? place.pointer;
}

/** `trigger` and the name it requires, as one text, with the pointer. */
function dependents(place: Place): ReadonlyMap<string, { trigger: string; name: string; pointer: string }> {
  const found = new Map<string, { trigger: string; name: string; pointer: string }>();
  for (const keyword of ["dependentRequired", "dependencies"]) {
    for (const { value, pointer } of spoken(place, keyword)) {
      if (!isObject(value)) continue;
      for (const [trigger, names] of Object.entries(value)) {
        if (!isArray(names)) continue;
        for (const name of names) {
          if (typeof name === "string")
            found.set(JSON.stringify([trigger, name]), { trigger, name, pointer });
        }
      }
    }
  }
  return found;
}

export const dependentRequiredAdded: Rule = {
  id: "DEPENDENT_REQUIRED_ADDED",
  summary: "a property became required where another is present",
  why: "Old documents may hold the one without the other, so new readers reject them.",
  fix: "Leave {member} optional, and let readers supply the default.",
  effect: "narrows",
  breaks: ["backward"],
  mirror: "DEPENDENT_REQUIRED_REMOVED",
  about: "object",
  example: {
    before: { properties: { a: {}, b: {} } },
    after: { properties: { a: {}, b: {} }, dependentRequired: { a: ["b"] } },
    witness: { a: null },
    mended: { here: { properties: { a: {}, b: {} }, description: "Who writes a writes b." } },
  },
  *find({ old, next }) {
    const before = dependents(old);
    for (const [key, { trigger, name, pointer }] of dependents(next)) {
      if (before.has(key)) continue;
      const message = `property "${name}" became required where "${trigger}" is present`;
      yield { message, oldPointer: old.pointer, newPointer: pointer };
    }
  },
};

export const dependentRequiredRemoved: Rule = {
  id: "DEPENDENT_REQUIRED_REMOVED",
  summary: "a property is no longer required where another is present",
  why: "New documents may hold the one without the other, so old readers reject them.",
  fix: "Keep the dependency, or publish without it in {successor}.",
  effect: "widens",
  breaks: ["forward"],
  mirror: "DEPENDENT_REQUIRED_ADDED",
  about: "object",
  example: {
    before: { properties: { a: {}, b: {} }, dependentRequired: { a: ["b"] } },
    after: { properties: { a: {}, b: {} } },
    witness: { a: null },
    mended: { successor: { properties: { a: {}, b: {} } } },
  },
  *find({ old, next }) {
    const after = dependents(next);
    for (const [key, { trigger, name, pointer }] of dependents(old)) {
      if (after.has(key)) continue;
      const message = `property "${name}" is no longer required where "${trigger}" is present`;
      yield { message, oldPointer: pointer, newPointer: next.pointer };
    }
  },
};
