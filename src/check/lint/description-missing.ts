import { own } from "../../schema/json.ts";
import type { LintRule } from "./rule.ts";

export const descriptionMissing: LintRule = {
  id: "DESCRIPTION_MISSING",
  severity: "warning",
  summary: "every declared member has a description",
  why: "types say what a value looks like; only a description says what it means, and in which unit",
  fix: 'add "description" to the member, with its meaning and its unit',
  check({ schema, heldBy, key, parent }) {
    if (heldBy?.name !== "properties" || Object.hasOwn(schema, "$ref")) return [];
    // Branches of a condition restate members that are described where they are declared.
    if (parent === undefined || !declares(parent)) return [];
    const description = own(schema, "description");
    return typeof description === "string" && description.trim() !== ""
      ? []
      : [{ message: `member "${key}" has no description` }];
  },
};

/** A schema that says it is of type object declares its members; a branch that only tests them does not. */
function declares(parent: { readonly [name: string]: unknown }): boolean {
  const type = Object.hasOwn(parent, "type") ? parent["type"] : undefined;
  return type === "object" || (Array.isArray(type) && type.includes("object"));
}
