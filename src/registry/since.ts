import type { Dialect, Json, JsonObject, Schema } from "../model.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { keywordOf } from "../schema/keywords.ts";
import { parseUrn } from "./address.ts";

/**
 * The schema with `x-since: <version>` on every declared member: the number of the version that first declared it,
 * taken from the previous frozen version where that one declared it at the same place.
 */
export function markSince(
  schema: JsonObject,
  dialect: Dialect,
  number: number,
  previous: Schema | undefined,
): JsonObject {
  return mark(schema, previous, { dialect, number });
}

interface Context {
  readonly dialect: Dialect;
  readonly number: number;
}

function mark(schema: JsonObject, previous: Json | undefined, context: Context): JsonObject {
  const old = isObject(previous) ? previous : undefined;
  return Object.fromEntries(
    Object.keys(schema).map((name) => {
      const value = schema[name] ?? null;
      const holds = keywordOf(name, context.dialect)?.holds ?? "none";
      const before = old === undefined ? undefined : own(old, name);
      if (holds === "none") return [name, value];
      if (isObject(value) && (holds === "schemaMap" || holds === "schemaMapOrNames")) {
        return [name, markMap(value, before, name === "properties", context)];
      }
      if (isArray(value)) {
        const items = isArray(before) ? before : [];
        return [
          name,
          value.map((entry, index) => (isObject(entry) ? mark(entry, items[index], context) : entry)),
        ];
      }
      return [name, isObject(value) ? mark(value, before, context) : value];
    }),
  );
}

function markMap(
  map: JsonObject,
  previous: Json | undefined,
  members: boolean,
  context: Context,
): JsonObject {
  const old = isObject(previous) ? previous : undefined;
  return Object.fromEntries(
    Object.keys(map).map((key) => {
      const value = map[key] ?? null;
      // A bundled version is verbatim: its own marks are its own.
      if (!isObject(value) || isBundled(value)) return [key, value];
      const before = old === undefined ? undefined : own(old, key);
      const inner = mark(value, before, context);
      if (!members) return [key, inner];
      const since = isObject(before) ? own(before, "x-since") : undefined;
      return [key, { ...inner, "x-since": typeof since === "number" ? since : context.number }];
    }),
  );
}

function isBundled(schema: JsonObject): boolean {
  const id = own(schema, "$id");
  return typeof id === "string" && parseUrn(id)?.version !== undefined;
}
