import type { JsonObject } from "../../../src/model.ts";
import { isLegacy } from "../../../src/schema/identify.ts";
import { isArray, own } from "../../../src/schema/json.ts";
import { keywords } from "../../../src/schema/keywords.ts";
import type { Located } from "../../../src/schema/resources.ts";
import { intersect } from "../intersect.ts";
import { type Kinds, kind, kindsOfTypeKeyword } from "../kinds.ts";
import { any, isNever, never, type Type, unknown } from "../type.ts";
import { union } from "../union.ts";
import { arrayType } from "./arrays.ts";
import { branches, exclusiveBranches } from "./choices.ts";
import { complement } from "./complement.ts";
import { conditional, dependents } from "./conditions.ts";
import type { Context } from "./context.ts";
import { objectType } from "./objects.ts";
import { stringType } from "./pattern.ts";
import { referenceType } from "./references.ts";
import { valuesType } from "./values.ts";

/**
 * The type of a schema's instances among those of the given kinds. Sound: every such instance is assignable to it.
 * A keyword TypeScript cannot say leaves the type as wide as it was.
 */
export function convert(at: Located, kinds: Kinds, context: Context): Type {
  const { schema } = at;
  if (typeof schema === "boolean") return schema ? any(kinds) : never;
  const scalar = scalarKind(schema);
  if (scalar !== undefined) return any(kinds & scalar);
  return context.once(at, `${kinds}`, () => convertObject(at, schema, kinds, context));
}

function convertObject(at: Located, schema: JsonObject, kinds: Kinds, context: Context): Type {
  const reference = referenceType(at, schema, context);
  if (reference !== undefined && isLegacy(at.dialect) && Object.hasOwn(schema, "$ref")) {
    return intersect(any(kinds), reference);
  }
  const left = kinds & context.kindsOf(at);
  let type = asserted(at, schema, left, context);
  if (reference !== undefined) type = intersect(type, reference);
  for (const part of applied(at, schema, left, context)) {
    if (isNever(type)) return never;
    type = intersect(type, part);
  }
  return type;
}

/** Keywords that say nothing a type can hold beside a scalar `type`: annotations and bounds. */
const silent: ReadonlySet<string> = new Set(
  keywords
    .filter(({ role, type }) => role === "annotation" || (role === "assertion" && type !== undefined))
    .map(({ name }) => name)
    .filter((name) => name !== "pattern" && name !== "required")
    .concat("type", "format"),
);

/** The kind of a schema that is one scalar `type` and nothing else a type can hold: most members are. */
function scalarKind(schema: JsonObject): Kinds | undefined {
  const type = own(schema, "type");
  if (typeof type !== "string" || type === "object" || type === "array") return undefined;
  for (const name in schema) if (!silent.has(name) && !name.startsWith("x-")) return undefined;
  return kindsOfTypeKeyword(schema);
}

/** What a schema asserts itself, kind by kind. */
function asserted(at: Located, schema: JsonObject, kinds: Kinds, context: Context): Type {
  const left = kinds & kindsOfTypeKeyword(schema);
  const values = valuesType(schema, at.dialect);
  if (values !== undefined && !speaksOfStructure(schema)) return intersect(any(left), values);
  const types: Type[] = [];
  if (left & kind.string) types.push(stringType(schema));
  if (left & kind.object) types.push(objectType(at, schema, context));
  if (left & kind.array) types.push(arrayType(at, schema, context));
  types.push(any(left & (kind.number | kind.boolean | kind.null)));
  const type = union(types);
  return values === undefined ? type : intersect(type, values);
}

function speaksOfStructure(schema: JsonObject): boolean {
  return ["properties", "required", "items", "prefixItems"].some((name) => Object.hasOwn(schema, name));
}

/** What the schemas applied in place say: combinations, conditions, dependencies. */
function* applied(at: Located, schema: JsonObject, kinds: Kinds, context: Context): Generator<Type> {
  const all = own(schema, "allOf");
  if (isArray(all)) {
    for (const position of all.keys()) yield child(at, `/allOf/${position}`, kinds, context);
  }
  if (isArray(own(schema, "anyOf"))) yield branches(at, "anyOf", kinds, context);
  if (isArray(own(schema, "oneOf"))) yield exclusiveBranches(at, kinds, context);
  yield* dependents(at, schema, kinds, context);
  yield* conditional(at, schema, kinds, context);
  const not = Object.hasOwn(schema, "not") ? context.index.at(at, "/not") : undefined;
  if (not !== undefined) yield complement(not, kinds, context);
}

/** The type of a subschema by pointer from its parent; `unknown` where the document holds none there. */
export function child(at: Located, pointer: string, kinds: Kinds, context: Context): Type {
  const below = context.index.at(at, pointer);
  return below === undefined ? intersect(any(kinds), unknown) : convert(below, kinds, context);
}
