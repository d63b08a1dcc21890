import type { Dialect, Json, JsonObject, Schema } from "../model.ts";
import { isSchema } from "../schema/children.ts";
import { isArray, isObject } from "../schema/json.ts";
import { keywordOf } from "../schema/keywords.ts";

/** Keywords in reading order: what it is, what it holds, what else must hold. Others follow as written. */
const order = [
  "$schema",
  "$id",
  "$ref",
  "title",
  "description",
  "deprecated",
  "type",
  "const",
  "enum",
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "multipleOf",
  "items",
  "minItems",
  "maxItems",
  "uniqueItems",
  "properties",
  "required",
  "dependentRequired",
  "propertyNames",
  "patternProperties",
  "additionalProperties",
  "if",
  "then",
  "else",
  "not",
  "anyOf",
  "oneOf",
  "allOf",
];
const last = ["$defs", "definitions"];

/** The text of `schema.json`: keywords in reading order, members in the author's order, two spaces, one newline at the end. */
export function printDraft(schema: JsonObject, dialect: Dialect): string {
  return `${JSON.stringify(arrange(schema, dialect), null, 2)}\n`;
}

function arrange(schema: Schema, dialect: Dialect): Schema {
  if (typeof schema === "boolean") return schema;
  const names = Object.keys(schema).sort((a, b) => rank(a) - rank(b));
  return Object.fromEntries(names.map((name) => [name, arrangeMember(name, schema[name] ?? null, dialect)]));
}

function arrangeMember(name: string, value: Json, dialect: Dialect): Json {
  const holds = keywordOf(name, dialect)?.holds ?? "none";
  if (holds === "none") return value;
  if (isArray(value)) return value.map((entry) => (isSchema(entry) ? arrange(entry, dialect) : entry));
  if (!isObject(value) || holds === "schema" || holds === "schemaOrSchemas") {
    return isSchema(value) ? arrange(value, dialect) : value;
  }
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, entry]) => [key, isSchema(entry) ? arrange(entry, dialect) : entry]),
  );
}

function rank(name: string): number {
  const at = order.indexOf(name);
  if (at !== -1) return at;
  return last.includes(name) ? order.length + 1 : order.length;
}
