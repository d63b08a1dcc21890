import { isArray, isObject, own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import type { LintRule } from "./rule.ts";

/** Seed 000: "journal format must not require backend writes from the container". */
export const platformAssignedRequired: LintRule = {
  id: "PLATFORM_ASSIGNED_REQUIRED",
  severity: "error",
  summary: "no required member is assigned by the platform",
  why: "the writer of a journal would need a backend write before it could append a line",
  fix: 'make the member optional, or let the agent assign it ("x-assigned-by": "agent" or "copied")',
  check({ schema, pointer }) {
    const required = own(schema, "required");
    const properties = own(schema, "properties");
    if (!isArray(required) || !isObject(properties)) return [];
    return required
      .filter((name): name is string => {
        const member = typeof name === "string" ? own(properties, name) : undefined;
        return isObject(member) && own(member, "x-assigned-by") === "platform";
      })
      .map((name) => ({
        message: `member "${name}" is required and assigned by the platform`,
        pointer: append(append(pointer, "properties"), name),
      }));
  },
};
