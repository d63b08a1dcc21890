import type { JsonObject } from "../../../src/model.ts";
import { isArray, own } from "../../../src/schema/json.ts";
import { keywordOf } from "../../../src/schema/keywords.ts";
import type { Located } from "../../../src/schema/resources.ts";
import { allKinds, kind } from "../kinds.ts";
import { any, isNever, never, type Type, unknown } from "../type.ts";
import type { Context } from "./context.ts";
import { child } from "./schema.ts";

const speaking = [
  "items",
  "prefixItems",
  "additionalItems",
  "contains",
  "minItems",
  "maxItems",
  "unevaluatedItems",
];
const appliedInPlace = [
  "$ref",
  "$dynamicRef",
  "$recursiveRef",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "contains",
];

/** The type of the arrays a schema accepts by its own keywords; `never` where it accepts none. */
export function arrayType(at: Located, schema: JsonObject, context: Context): Type {
  const has = (name: string) => Object.hasOwn(schema, name) && keywordOf(name, at.dialect) !== undefined;
  if (!speaking.some(has)) return any(kind.array);
  const modern = has("prefixItems") || at.dialect === "2020-12";
  const positional = modern ? "prefixItems" : "items";
  const listed = own(schema, positional);
  const single = !modern && !isArray(listed);
  const after = modern || single ? "items" : "additionalItems";

  const head: Type[] = [];
  let most = count(schema, "maxItems");
  for (const position of !single && isArray(listed) ? listed.keys() : []) {
    const item = child(at, `/${positional}/${position}`, allKinds, context);
    if (isNever(item)) {
      most = Math.min(most ?? position, position);
      break;
    }
    head.push(item);
  }
  const rest = restOf(at, schema, after, context);
  if (isNever(rest)) most = Math.min(most ?? head.length, head.length);
  const least = Math.max(count(schema, "minItems") ?? 0, leastContained(schema, has));
  if (most !== undefined && least > most) return never;
  if (head.length === 0 && least === 0 && most === undefined && rest === unknown) return any(kind.array);
  return { is: "array", head, least, most, rest };
}

function restOf(at: Located, schema: JsonObject, after: string, context: Context): Type {
  if (Object.hasOwn(schema, after)) return child(at, `/${after}`, allKinds, context);
  const unevaluated = keywordOf("unevaluatedItems", at.dialect) && Object.hasOwn(schema, "unevaluatedItems");
  const alone = !appliedInPlace.some((name) => Object.hasOwn(schema, name));
  return unevaluated && alone ? child(at, "/unevaluatedItems", allKinds, context) : unknown;
}

function leastContained(schema: JsonObject, has: (name: string) => boolean): number {
  if (!has("contains")) return 0;
  return has("minContains") ? (count(schema, "minContains") ?? 1) : 1;
}

function count(schema: JsonObject, name: string): number | undefined {
  const value = own(schema, name);
  return typeof value === "number" && value >= 0 ? Math.ceil(value) : undefined;
}
