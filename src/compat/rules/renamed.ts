import { renames } from "../changes/renames.ts";
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
    for (const { from, to } of renames(pair)) {
      const message = `property "${from.name}" looks renamed to "${to.name}"`;
      yield { message, oldPointer: from.pointer, newPointer: to.pointer, member: from.name };
    }
  },
};
