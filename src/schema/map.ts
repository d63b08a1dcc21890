import type { Dialect, Json, JsonObject, Schema } from "../model.ts";
import { isSchema } from "./children.ts";
import { isArray, isObject } from "./json.ts";
import { type Keyword, keywordOf } from "./keywords.ts";

/** What becomes of a subschema directly below; undefined takes it out of a map of schemas, and changes nothing elsewhere. */
export type MapChild = (child: Schema, keyword: Keyword) => Schema | undefined;

/** A copy of a schema with every subschema directly below it replaced, in the order written. */
export function mapChildren(schema: JsonObject, dialect: Dialect, map: MapChild): JsonObject {
  const members = Object.entries(schema).map(([name, value]): [string, Json] => {
    const keyword = keywordOf(name, dialect);
    return [name, keyword === undefined ? value : mapHeld(keyword, value, map)];
  });
  return Object.fromEntries(members);
}

function mapHeld(keyword: Keyword, value: Json, map: MapChild): Json {
  const { holds } = keyword;
  const one = (inner: Json): Json => (isSchema(inner) ? (map(inner, keyword) ?? inner) : inner);
  if (holds === "none") return value;
  if (isArray(value)) return holds === "schemas" || holds === "schemaOrSchemas" ? value.map(one) : value;
  if (holds !== "schemaMap" && holds !== "schemaMapOrNames") return one(value);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([key, inner]): [string, Json][] => {
    const mapped = isSchema(inner) ? map(inner, keyword) : inner;
    return mapped === undefined ? [] : [[key, mapped]];
  });
  return Object.fromEntries(kept);
}
