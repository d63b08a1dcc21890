import type { Dialect, Json, JsonObject, Schema } from "../model.ts";
import { isSchema } from "../schema/children.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { type Keyword, keywordOf } from "../schema/keywords.ts";
import { canonicalize } from "./canonicalize.ts";
import { sha256Hex } from "./hash.ts";

/** Annotations that are judged, and so part of what a version promises. */
const judged = ["x-kinds", "x-assigned-by", "x-redact"];
const kept = new Set(["$anchor", "$dynamicAnchor", "$recursiveAnchor", "$id", "id"]);
const sets = new Set(["type", "enum", "required"]);

/**
 * `shape1:<64 hex>`: the hash of what a schema asserts, with prose left out (docs/hash-and-shape.md).
 * `pins` gives the shape of each bundled version by its `$id`, so that a dependency's prose edit stays prose here.
 */
export function shapeHash(
  schema: Schema,
  dialect: Dialect,
  pins: ReadonlyMap<string, string> = new Map(),
): string {
  const root = isObject(schema) ? without(schema, dialect === "draft-04" ? "id" : "$id") : schema;
  return `shape1:${sha256Hex(canonicalize({ dialect, schema: shape(root, { dialect, pins }) }))}`;
}

interface Context {
  readonly dialect: Dialect;
  readonly pins: ReadonlyMap<string, string>;
}

function shape(schema: Schema, context: Context): Json {
  if (typeof schema === "boolean") return schema ? {} : false;
  const shaped = Object.create(null) as Record<string, Json>;
  const before2019 = context.dialect.startsWith("draft-");
  const onlyRef = before2019 && Object.hasOwn(schema, "$ref");
  for (const name of Object.keys(schema)) {
    const value = schema[name] ?? null;
    const keyword = keywordOf(name, context.dialect);
    const role = judged.includes(name) || kept.has(name) ? "assertion" : keyword?.role;
    if (role === undefined || role === "annotation" || (role === "identifier" && !kept.has(name))) continue;
    if (onlyRef && name !== "$ref" && role !== "reserve") continue;
    if (name === "const" && !Object.hasOwn(schema, "enum")) shaped["enum"] = [value];
    else if (name === "$ref" && typeof value === "string") shaped[name] = context.pins.get(value) ?? value;
    else if (name === "type" && typeof value === "string") shaped[name] = [value];
    else if (sets.has(name) && isArray(value)) shaped[name] = sorted(value);
    else if (keyword === undefined || keyword.holds === "none") shaped[name] = value;
    else {
      const held = shapeHeld(value, keyword, context);
      if (!(role === "reserve" && isObject(held) && Object.keys(held).length === 0)) shaped[name] = held;
    }
  }
  return shaped;
}

function shapeHeld(value: Json, keyword: Keyword, context: Context): Json {
  if (isArray(value)) return value.map((entry) => (isSchema(entry) ? shape(entry, context) : entry));
  if (keyword.holds === "schemaMap" || keyword.holds === "schemaMapOrNames") {
    return isObject(value) ? shapeMap(value, context) : value;
  }
  return isSchema(value) ? shape(value, context) : value;
}

function shapeMap(map: JsonObject, context: Context): Json {
  const shaped = Object.create(null) as Record<string, Json>;
  for (const name of Object.keys(map)) {
    const entry = map[name] ?? null;
    if (isObject(entry) && isPinned(entry, context)) continue;
    if (isSchema(entry)) shaped[name] = shape(entry, context);
    else shaped[name] = isArray(entry) ? sorted(entry) : entry;
  }
  return shaped;
}

function isPinned(schema: JsonObject, { pins }: Context): boolean {
  const id = own(schema, "$id");
  return typeof id === "string" && pins.has(id);
}

function sorted(values: readonly Json[]): readonly Json[] {
  return values
    .map((value) => ({ value, key: canonicalize(value) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ value }) => value);
}

function without(schema: JsonObject, name: string): JsonObject {
  if (own(schema, name) === undefined) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== name));
}
