import type { Dialect, Json, JsonObject, Schema } from "../model.ts";
import { isArray, isObject } from "./json.ts";
import { type Keyword, keywordsOf } from "./keywords.ts";
import { append } from "./pointer.ts";

/** A subschema directly below a schema. */
export interface Child {
  readonly schema: Schema;
  /** Relative to the parent, e.g. `/properties/id`. */
  readonly pointer: string;
  readonly keyword: Keyword;
  /** The member name, pattern or position below the keyword; undefined where the keyword holds one schema. */
  readonly key: string | number | undefined;
}

/** What is told of each: with where it stands, and as `Child` has it. */
type Meet = (schema: Schema, pointer: string, keyword: Keyword, key: Child["key"]) => void;

/** The subschemas directly below a schema, in the order they are written. */
export function children(schema: JsonObject, dialect: Dialect): readonly Child[] {
  const found: Child[] = [];
  eachChild(schema, dialect, "", (child, pointer, keyword, key) =>
    found.push({ schema: child, pointer, keyword, key }),
  );
  return found;
}

/** The same one by one, for those who go through tens of thousands. @param at where the schema stands. */
export function eachChild(schema: JsonObject, dialect: Dialect, at: string, meet: Meet): void {
  const table = keywordsOf(dialect);
  for (const name of Object.keys(schema)) {
    const keyword = table.get(name);
    if (keyword !== undefined && keyword.holds !== "none") hold(keyword, schema[name] ?? null, at, meet);
  }
}

/** Those that one keyword of it holds. */
export function childrenUnder(schema: JsonObject, name: string, dialect: Dialect): readonly Child[] {
  const found: Child[] = [];
  const keyword = keywordsOf(dialect).get(name);
  if (keyword !== undefined && Object.hasOwn(schema, name)) {
    hold(keyword, schema[name] ?? null, "", (child, pointer, _, key) =>
      found.push({ schema: child, pointer, keyword, key }),
    );
  }
  return found;
}

function hold(keyword: Keyword, value: Json, at: string, meet: Meet): void {
  const { holds, name } = keyword;
  const pointer = `${at}/${name}`;
  const map = holds === "schemaMap" || holds === "schemaMapOrNames";
  if (map && isObject(value)) {
    for (const key of Object.keys(value)) {
      const entry = value[key];
      if (isSchema(entry)) meet(entry, append(pointer, key), keyword, key);
    }
  } else if ((holds === "schemas" || holds === "schemaOrSchemas") && isArray(value)) {
    for (const [index, entry] of value.entries()) {
      if (isSchema(entry)) meet(entry, append(pointer, index), keyword, index);
    }
  } else if ((holds === "schema" || holds === "schemaOrSchemas") && isSchema(value)) {
    meet(value, pointer, keyword, undefined);
  }
}

/** A boolean or an object: what may stand where a schema stands. */
export function isSchema(value: Json | undefined): value is Schema {
  return typeof value === "boolean" || isObject(value);
}

/** Every subschema with its pointer, the root first. Depth is the schema's own: the gate has bounded it. */
export function* walk(
  schema: Schema,
  dialect: Dialect,
  pointer = "",
): Generator<{ schema: Schema; pointer: string }> {
  yield { schema, pointer };
  if (typeof schema === "boolean") return;
  for (const child of children(schema, dialect)) yield* walk(child.schema, dialect, pointer + child.pointer);
}
