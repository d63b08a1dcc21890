import type { Json } from "../model.ts";
import { isArray, isObject } from "../schema/json.ts";

/** A text that is the same for equal JSON values and for no others: 1 and 1.0 are equal, the order of members is nothing. */
export function keyOf(value: Json): string {
  if (isArray(value)) return `[${value.map(keyOf).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${keyOf(value[name] ?? null)}`).join(",")}}`;
}

/** Equality of JSON values. */
export function equal(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return keyOf(a) === keyOf(b);
}
