import type { JsonObject } from "../../model.ts";
import { bindingOf } from "../../registry/binding.ts";
import { isArray, isObject, own } from "../../schema/json.ts";
import { parsePointer } from "../../schema/pointer.ts";
import type { LintReport, LintRule } from "./rule.ts";

export const discriminatorMissing: LintRule = {
  id: "DISCRIMINATOR_MISSING",
  severity: "error",
  summary: "an envelope requires its discriminator, and every kind names a subject that code is made of",
  why: "a payload can be read only when its kind is known",
  fix: "require the discriminator along its path, and bind each kind to a subject that exists and is not a vocabulary",
  check({ schema, pointer, context }): readonly LintReport[] {
    if (pointer !== "") return [];
    const binding = bindingOf(schema);
    if (binding === undefined) return [];
    const stages = Object.entries(binding.map).map(
      ([kind, address]) => [kind, address, context.registry.subjects.get(address)?.stage] as const,
    );
    const unbound = stages.filter(([, , stage]) => stage !== "stable");
    return [
      ...(requiredAlong(schema, parsePointer(binding.discriminator) ?? [])
        ? []
        : [{ message: `the discriminator "${binding.discriminator}" is not required`, pointer: "/x-kinds" }]),
      ...unbound.map(([kind, address, stage]) => ({
        message: `kind "${kind}" is bound to "${address}", ${
          stage === undefined ? "which does not exist" : "a vocabulary, of which no validator is made"
        }`,
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
