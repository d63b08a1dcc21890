import { speaks } from "../../src/evaluate/vocabulary.ts";
import type { Json, JsonObject } from "../../src/model.ts";
import { isLegacy } from "../../src/schema/identify.ts";
import { isArray, isObject, own } from "../../src/schema/json.ts";
import type { Located } from "../../src/schema/resources.ts";

/** A keyword's value where it asserts or applies something at this place; undefined else. */
export function read(at: Located, name: string): Json | undefined {
  const { schema } = at;
  if (typeof schema === "boolean" || !Object.hasOwn(schema, name)) return undefined;
  if (name !== "$ref" && isLegacy(at.dialect) && typeof own(schema, "$ref") === "string") return undefined;
  return speaks(name, at) ? schema[name] : undefined;
}

export function readNumber(at: Located, name: string): number | undefined {
  const value = read(at, name);
  return typeof value === "number" ? value : undefined;
}

export function readString(at: Located, name: string): string | undefined {
  const value = read(at, name);
  return typeof value === "string" ? value : undefined;
}

export function readArray(at: Located, name: string): readonly Json[] | undefined {
  const value = read(at, name);
  return isArray(value) ? value : undefined;
}

export function readObject(at: Located, name: string): JsonObject | undefined {
  const value = read(at, name);
  return isObject(value) ? value : undefined;
}

export function readStrings(at: Located, name: string): readonly string[] {
  return (readArray(at, name) ?? []).filter((entry) => typeof entry === "string");
}
