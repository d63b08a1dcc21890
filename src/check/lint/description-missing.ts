import { own } from "../../schema/json.ts";
import type { LintRule } from "./rule.ts";

export const descriptionMissing: LintRule = {
  id: "DESCRIPTION_MISSING",
  severity: "warning",
  summary: "every declared member has a description",
  why: "types say what a value looks like; only a description says what it means, and in which unit",
  fix: 'add "description" to the member, with its meaning and its unit',
  check({ schema, heldBy, key, conditional }) {
    if (heldBy?.name !== "properties" || conditional || Object.hasOwn(schema, "$ref")) return [];
    const description = own(schema, "description");
    return typeof description === "string" && description.trim() !== ""
      ? []
      : [{ message: `member "${key}" has no description` }];
  },
};
