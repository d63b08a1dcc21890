import { isArray, isObject, own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import type { LintRule } from "./rule.ts";

const branches = new Set(["anyOf", "oneOf", "allOf"]);

export const requiredUndeclared: LintRule = {
  id: "REQUIRED_UNDECLARED",
  severity: "warning",
  summary: "a required member is declared",
  why: "a member that is required and nowhere described gets a meaning by accident",
  fix: 'declare it in "properties", with a type and a description',
  check({ schema, pointer, heldBy, conditional }) {
    const required = own(schema, "required");
    const properties = own(schema, "properties");
    // Branches of a condition may require what the schema around them declares.
    if (!isArray(required) || !isObject(properties) || conditional || branches.has(heldBy?.name ?? ""))
      return [];
    return required
      .map((name, index) => ({ name, index }))
      .filter(({ name }) => typeof name === "string" && !Object.hasOwn(properties, name))
      .map(({ name, index }) => ({
        message: `required member "${name}" is not declared`,
        pointer: append(append(pointer, "required"), index),
      }));
  },
};
