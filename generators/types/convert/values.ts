import type { Dialect, Json, JsonObject } from "../../../src/model.ts";
import { isArray, isObject, own } from "../../../src/schema/json.ts";
import { intersect } from "../intersect.ts";
import { kind } from "../kinds.ts";
import { any, type Member, never, object, type Type } from "../type.ts";
import { union } from "../union.ts";

/** The type of `const` and `enum` together; undefined where a schema has neither. */
export function valuesType(schema: JsonObject, dialect: Dialect): Type | undefined {
  const values = own(schema, "enum");
  const value = own(schema, "const");
  const listed = isArray(values) ? union(values.map(valueType)) : undefined;
  const single = value === undefined || dialect === "draft-04" ? undefined : valueType(value);
  if (listed === undefined || single === undefined) return listed ?? single;
  return intersect(listed, single);
}

/** The type of exactly one value. */
export function valueType(value: Json): Type {
  if (value === null) return any(kind.null);
  if (isArray(value)) {
    const head = value.map(valueType);
    return { is: "array", head, least: head.length, most: head.length, rest: never };
  }
  if (isObject(value)) {
    const members = Object.keys(value).map((name): [string, Member] => {
      const type = valueType(own(value, name) ?? null);
      return [name, { type, required: true, docs: undefined }];
    });
    return object({ members: new Map(members), rest: never, openness: "stated" });
  }
  return { is: "literal", value };
}
