import type { JsonObject } from "../../model.ts";
import { bindingOf } from "../../registry/binding.ts";
import { isArray, isObject, own } from "../../schema/json.ts";
import { parsePointer } from "../../schema/pointer.ts";
import type { LintReport, LintRule } from "./rule.ts";

export const discriminatorMissing: LintRule = {
  id: "DISCRIMINATOR_MISSING",
  severity: "error",
  summary: "an envelope requires its discriminator, and every kind names a subject of the registry",
  why: "a payload can be read only when its kind is known",
  fix: "require the discriminator along its path, and bind each kind to a subject that exists",
  check({ schema, pointer, context }): readonly LintReport[] {
    if (pointer !== "") return [];
    const binding = bindingOf(schema);
    if (binding === undefined) return [];
    const missing = Object.entries(binding.map).filter(
      ([, address]) => !context.registry.subjects.has(address),
    );
    return [
      ...(requiredAlong(schema, parsePointer(binding.discriminator) ?? [])
        ? []
        : [{ message: `the discriminator "${binding.discriminator}" is not required`, pointer: "/x-kinds" }]),
      ...missing.map(([kind, address]) => ({
        message: `kind "${kind}" is bound to "${address}", which does not exist`,
        pointer: "/x-kinds",
      })),
    ];
  },
};

function requiredAlong(schema: JsonObject, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  const required = own(schema, "required");
  if (!isArray(required) || !required.includes(name)) return false;
  const properties = own(schema, "properties");
  const member = isObject(properties) ? own(properties, name) : undefined;
  return (
    rest.length === 0 || (isObject(member) && (Object.hasOwn(member, "$ref") || requiredAlong(member, rest)))
  );
}
