import { keepsRequired, renames } from "../changes/renames.ts";
import { both, type Rule } from "./rule.ts";

export const propertyRenamed: Rule = {
  id: "PROPERTY_RENAMED",
  summary: "a property looks renamed; where it stays required, this tells whom that breaks",
  why: "On the wire a rename is a removal and an addition: nobody reads the old name any more.",
  fix: "Keep {member} beside the new name, or rename it in {successor} with a declared upgrade.",
  effect: "none",
  breaks: [],
  carries: { breaks: both, where: "the old name was required and the new one is" },

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
      const fix = keepsRequired({ from, to }, pair) && {
        fix: `Keep {member} as it was and add "${to.name}" beside it as optional, or rename it in {successor} with a declared upgrade.`,
      };
      yield { message, ...fix, oldPointer: from.pointer, newPointer: to.pointer, member: from.name };
    }
  },
};
