import type { Json, JsonObject } from "../../../src/model.ts";
import { isLegacy } from "../../../src/schema/identify.ts";
import { isArray, isObject, own } from "../../../src/schema/json.ts";
import { keywordOf } from "../../../src/schema/keywords.ts";
import { append } from "../../../src/schema/pointer.ts";
import type { Located } from "../../../src/schema/resources.ts";
import { intersect } from "../intersect.ts";
import { allKinds, type Kinds, kind, kindsOfTypeKeyword } from "../kinds.ts";
import { any, never, object, type Scalar, type Type } from "../type.ts";
import { union } from "../union.ts";
import type { Context } from "./context.ts";
import { convert } from "./schema.ts";

/**
 * The type of what a schema rejects, among instances of the given kinds: never less than that. A schema fails where any
 * of its keywords does, so the parts are joined; one keyword that a type cannot negate makes the answer "anything".
 */
export function complement(at: Located, kinds: Kinds, context: Context, depth = 0): Type {
  const { schema } = at;
  if (typeof schema === "boolean") return schema ? never : any(kinds);
  if (depth > 4) return any(kinds);
  return context.once(at, `not ${kinds} ${depth}`, () => complementObject(at, schema, kinds, context, depth));
}

function complementObject(
  at: Located,
  schema: JsonObject,
  kinds: Kinds,
  context: Context,
  depth: number,
): Type {
  const parts: Type[] = [];
  for (const name of Object.keys(schema)) {
    const keyword = keywordOf(name, at.dialect);
    if (keyword === undefined || keyword.role === "annotation" || keyword.role === "reserve") continue;
    if (isLegacy(at.dialect) && Object.hasOwn(schema, "$ref") && name !== "$ref") continue;
    const part = negated(name, at, schema, kinds, context, depth);
    if (part === undefined) return any(kinds);
    parts.push(part);
  }
  return union(parts);
}

/** What fails one keyword; undefined where no type says it. */
function negated(
  name: string,
  at: Located,
  schema: JsonObject,
  kinds: Kinds,
  context: Context,
  depth: number,
): Type | undefined {
  const value = own(schema, name);
  const below = (pointer: string) => {
    const next = context.index.at(at, pointer);
    return next === undefined ? any(kinds) : complement(next, kinds, context, depth + 1);
  };
  switch (name) {
    case "type":
      return any(kinds & ~wholeKinds(schema));
    case "const":
      return value === undefined ? undefined : allBut([value], kinds);
    case "enum":
      return isArray(value) ? allBut(value, kinds) : undefined;
    case "required":
      return isArray(value) ? lacksOne(value, schema, kinds) : undefined;
    case "properties":
      return isObject(value) ? failsOne(value, at, schema, kinds, context, depth) : undefined;
    case "not": {
      const inner = context.index.at(at, "/not");
      return inner === undefined ? undefined : convert(inner, kinds, context);
    }
    case "allOf":
      return isArray(value) ? union(value.map((_, position) => below(`/allOf/${position}`))) : undefined;
    case "anyOf":
      if (!isArray(value)) return undefined;
      return value.reduce<Type>(
        (sum, _, position) => intersect(sum, below(`/anyOf/${position}`)),
        any(kinds),
      );
    case "$ref": {
      const target = typeof value === "string" ? context.index.resolve(value, at) : undefined;
      return target === undefined ? undefined : complement(target, kinds, context, depth + 1);
    }
    default:
      return undefined;
  }
}

/** The kinds `type` accepts whole: `integer` leaves other numbers out. */
function wholeKinds(schema: JsonObject): Kinds {
  const type = own(schema, "type");
  const names = isArray(type) ? type : [type];
  const kinds = kindsOfTypeKeyword(schema);
  return names.includes("integer") && !names.includes("number") ? kinds & ~kind.number : kinds;
}

function allBut(values: readonly Json[], kinds: Kinds): Type | undefined {
  if (!values.every(isScalar)) return undefined;
  const booleans = [true, false].filter((value) => (kinds & kind.boolean) !== 0 && !values.includes(value));
  const left = kinds & ~kind.boolean & (values.includes(null) ? ~kind.null : allKinds);
  const rest: Type = { is: "except", kinds: left, values };
  return union([...booleans.map((value): Type => ({ is: "literal", value })), rest]);
}

function isScalar(value: Json): value is Scalar {
  return value === null || typeof value !== "object";
}

/** An object without one of the names; `properties` speaks for those it declares. */
function lacksOne(names: readonly Json[], schema: JsonObject, kinds: Kinds): Type {
  if ((kinds & kind.object) === 0) return never;
  const properties = own(schema, "properties");
  const declared = (name: string) => isObject(properties) && Object.hasOwn(properties, name);
  const listed = names.filter((name) => typeof name === "string").filter((name) => !declared(name));
  return union(
    listed.map((name) =>
      object({ members: new Map([[name, { type: never, required: false, docs: undefined }]]) }),
    ),
  );
}

/** An object with a member that its schema rejects; one that is required may also be missing. */
function failsOne(
  properties: JsonObject,
  at: Located,
  schema: JsonObject,
  kinds: Kinds,
  context: Context,
  depth: number,
): Type {
  if ((kinds & kind.object) === 0) return never;
  const required = own(schema, "required");
  const failures = Object.keys(properties).map((name): Type => {
    const member = context.index.at(at, append("/properties", name));
    const type = member === undefined ? any(allKinds) : complement(member, allKinds, context, depth + 1);
    const needed = !(isArray(required) && required.includes(name));
    return type.is === "any" && type.kinds === 0 && needed
      ? never
      : object({ members: new Map([[name, { type, required: needed, docs: undefined }]]) });
  });
  return union(failures);
}
