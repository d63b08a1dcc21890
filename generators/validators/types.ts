import type { Json } from "../../src/model.ts";
import { isArray, isObject } from "../../src/schema/json.ts";

const names = ["null", "boolean", "number", "integer", "string", "array", "object"] as const;
export type TypeName = (typeof names)[number];

const alone = new Map<Json, readonly TypeName[]>(names.map((name) => [name, [name]]));

/** What `type` allows; undefined where it says nothing. `integer` is dropped beside `number`. */
export function typesOf(value: Json | undefined): readonly TypeName[] | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string") return alone.get(value) ?? [];
  const listed: readonly Json[] = isArray(value) ? value : [value];
  const types = names.filter((name) => listed.includes(name));
  return types.includes("number") ? types.filter((name) => name !== "integer") : types;
}

/** A JavaScript test for a type; an object is tested by taking its own members, see `object` of the runtime. */
export function typeTest(type: Exclude<TypeName, "object">, value: string): string {
  switch (type) {
    case "null":
      return `${value} === null`;
    case "number":
      return `Number.isFinite(${value})`;
    case "integer":
      return `Number.isInteger(${value})`;
    case "array":
      return `Array.isArray(${value})`;
    default:
      return `typeof ${value} === "${type}"`;
  }
}

/** The same test, turned round. */
export function typeRefusal(type: Exclude<TypeName, "object">, value: string): string {
  if (type === "null") return `${value} !== null`;
  if (type === "string" || type === "boolean") return `typeof ${value} !== "${type}"`;
  return `!${typeTest(type, value)}`;
}

export function hasType(value: Json, types: readonly TypeName[]): boolean {
  if (value === null) return types.includes("null");
  if (isArray(value)) return types.includes("array");
  if (isObject(value)) return types.includes("object");
  if (typeof value === "number") {
    return types.includes("number") || (types.includes("integer") && Number.isInteger(value));
  }
  return typeof value === "string" ? types.includes("string") : types.includes("boolean");
}
