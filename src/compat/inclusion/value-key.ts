import type { Json } from "../../model.ts";
import { isArray, isObject } from "../../schema/json.ts";

/** A text equal for equal JSON values and for no others: members sorted, numbers by value. */
export function valueKey(value: Json): string {
  if (isArray(value)) return `[${value.map(valueKey).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${valueKey(value[name] ?? null)}`);
  return `{${members.join(",")}}`;
}
