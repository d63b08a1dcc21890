import type { Dialect, Json, JsonObject, Schema } from "../model.ts";
import { children, walk } from "../schema/children.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { indexSchema, type Located, type SchemaIndex } from "../schema/resources.ts";
import { areDisjoint } from "./changes/alternatives.ts";
import { placeOf, spoken } from "./changes/place.ts";
import { branchesOf } from "./changes/values.ts";

/**
 * Whether a document that the schema accepts is surely still accepted once every undeclared member is taken out of it,
 * by the look of the schema alone. Then something can be written wherever something is accepted. False says nothing.
 */
export function survivesThinning(schema: Schema, dialect: Dialect): boolean {
  const index = indexSchema(schema, { dialect });
  const places = new Set([...walk(schema, dialect)].map(({ pointer }) => pointer));
  const references = [...walk(schema, dialect)].every(({ schema: here, pointer }) => {
    const ref = isObject(here) ? own(here, "$ref") : undefined;
    if (typeof ref !== "string") return true;
    const from = index.at(index.root, pointer);
    const target = from && index.resolve(ref, from);
    // What is kept outside, or where no keyword holds a schema, has not been looked at.
    return target?.document === index.root.document && places.has(target.pointer);
  });
  return references && survives(index.root, index, new Set());
}

/** Fewer members may turn their answer, whatever stands around them. */
const fragile = ["minProperties", "maxContains", "$dynamicRef", "$recursiveRef"];

/** @param declared names that whoever gets here has declared beside. */
function survives(located: Located, index: SchemaIndex, declared: ReadonlySet<string>): boolean {
  const { schema, dialect } = located;
  if (!isObject(schema)) return true;
  if (fragile.some((name) => Object.hasOwn(schema, name)) || listsObjects(schema)) return false;
  if (dialect !== index.root.dialect || (own(schema, "uniqueItems") === true && !listsScalars(schema)))
    return false;
  const here = new Set([...declared, ...namesIn(own(schema, "properties"))]);
  if (Object.hasOwn(schema, "oneOf") && !areApart(located, index)) return false;
  return [...children(schema, dialect)].every((child) => {
    const { name } = child.keyword;
    if (name === "if" || name === "not") return isSteady(child.schema, here);
    const below = index.at(located, child.pointer);
    return below !== undefined && survives(below, index, beside.has(name) ? here : new Set());
  });
}

const beside: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "then", "else"]);

/** Of alternatives that exclude each other, the one that holds still does, and it alone. */
function areApart(located: Located, index: SchemaIndex): boolean {
  const alone = { ...placeOf(index, []), parts: [{ located }] };
  return spoken(alone, "oneOf").every((said) => areDisjoint(alone, branchesOf(alone, said, "oneOf")));
}

function listsObjects(schema: JsonObject): boolean {
  const values = own(schema, "enum");
  return [own(schema, "const"), ...(isArray(values) ? values : [])].some(
    (value) => typeof value === "object" && value !== null,
  );
}

function namesIn(properties: Json | undefined): readonly string[] {
  return isObject(properties) ? Object.keys(properties) : [];
}

const scalars: ReadonlySet<unknown> = new Set(["string", "number", "integer", "boolean", "null"]);

/** Items without members stay as different as they were. */
function listsScalars(schema: JsonObject): boolean {
  const items = own(schema, "items");
  const type = isObject(items) ? own(items, "type") : undefined;
  const types = type === undefined ? [] : [type].flat();
  return types.length > 0 && types.every((one) => scalars.has(one)) && !Object.hasOwn(schema, "prefixItems");
}

/** A test that asks only for declared members and for what values without members are: it answers as before. */
function isSteady(test: Schema, declared: ReadonlySet<string>): boolean {
  if (!isObject(test) || listsObjects(test)) return !isObject(test);
  return Object.entries(test).every(([keyword, value]) => {
    if (["type", "const", "enum", "description", "title", "$comment"].includes(keyword)) return true;
    if (keyword === "required")
      return isArray(value) && value.every((name) => typeof name === "string" && declared.has(name));
    if (keyword !== "properties" || !isObject(value)) return false;
    return Object.entries(value).every(([name, below]) => {
      return (
        declared.has(name) && (typeof below === "boolean" || (isObject(below) && isSteady(below, new Set())))
      );
    });
  });
}
