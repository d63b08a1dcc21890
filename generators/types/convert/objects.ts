import type { JsonObject } from "../../../src/model.ts";
import { isArray, isObject, own } from "../../../src/schema/json.ts";
import { keywordOf } from "../../../src/schema/keywords.ts";
import { append } from "../../../src/schema/pointer.ts";
import type { Located } from "../../../src/schema/resources.ts";
import { intersect } from "../intersect.ts";
import { allKinds, kind } from "../kinds.ts";
import { matches, mergePatterns } from "../merge.ts";
import {
  any,
  isNever,
  type Member,
  never,
  type ObjectType,
  object,
  type Pattern,
  type Type,
  unknown,
} from "../type.ts";
import type { Context } from "./context.ts";
import { exactTemplate } from "./pattern.ts";
import { namedMembers } from "./property-names.ts";
import { child } from "./schema.ts";

const speaking = [
  "properties",
  "patternProperties",
  "additionalProperties",
  "propertyNames",
  "required",
  "unevaluatedProperties",
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
  "dependentSchemas",
];

/** The type of the objects a schema accepts by its own keywords; `never` where it accepts none. */
export function objectType(at: Located, schema: JsonObject, context: Context): Type {
  if (!speaking.some((name) => Object.hasOwn(schema, name))) return any(kind.object);
  const patterns = patternsOf(at, schema, context);
  const { rest, openness } = undeclaredOf(at, schema, context);
  const members = membersOf(at, schema, patterns, rest, context);
  if ([...members.values()].some((member) => member.required && isNever(member.type))) return never;
  const type = object({ members, patterns, rest, openness });
  return namedMembers(type, at, schema, context);
}

function patternsOf(at: Located, schema: JsonObject, context: Context): readonly Pattern[] {
  const map = own(schema, "patternProperties");
  if (!isObject(map)) return [];
  const patterns = Object.keys(map).map((source) => {
    const type = child(at, append("/patternProperties", source), allKinds, context);
    return { source, key: exactTemplate(source), type };
  });
  return mergePatterns(patterns);
}

function undeclaredOf(
  at: Located,
  schema: JsonObject,
  context: Context,
): { readonly rest: Type; readonly openness: ObjectType["openness"] } {
  if (Object.hasOwn(schema, "additionalProperties")) {
    return { rest: child(at, "/additionalProperties", allKinds, context), openness: "stated" };
  }
  const unevaluated = keywordOf("unevaluatedProperties", at.dialect) && own(schema, "unevaluatedProperties");
  if (unevaluated === undefined) return { rest: unknown, openness: "silent" };
  if (!appliedInPlace.some((name) => Object.hasOwn(schema, name))) {
    return { rest: child(at, "/unevaluatedProperties", allKinds, context), openness: "stated" };
  }
  // What a dynamic reference evaluates is not known here, so nothing can be called closed.
  const unknowable = ["$dynamicRef", "$recursiveRef"].some((name) => Object.hasOwn(schema, name));
  return { rest: unknown, openness: unknowable ? "silent" : unevaluated === false ? "sealed" : "stated" };
}

function membersOf(
  at: Located,
  schema: JsonObject,
  patterns: readonly Pattern[],
  rest: Type,
  context: Context,
): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  const properties = own(schema, "properties");
  const required = own(schema, "required");
  const needed = new Set(isArray(required) ? required.filter((name) => typeof name === "string") : []);
  for (const name of isObject(properties) ? Object.keys(properties) : []) {
    const pointer = append("/properties", name);
    const below = context.index.at(at, pointer);
    const type = narrowed(child(at, pointer, allKinds, context), name, patterns);
    const docs = below === undefined ? undefined : context.docsOf(below);
    members.set(name, { type, required: needed.has(name), docs });
  }
  for (const name of needed) {
    if (members.has(name)) continue;
    const matched = patterns.filter(({ key }) => key === undefined || matches(key, name));
    const type = narrowed(matched.length > 0 ? unknown : rest, name, patterns);
    members.set(name, { type, required: true, docs: undefined });
  }
  return members;
}

/** A declared member must also match the patterns its name has. */
function narrowed(type: Type, name: string, patterns: readonly Pattern[]): Type {
  return patterns.reduce((sum, { key, type: other }) => {
    return key !== undefined && matches(key, name) ? intersect(sum, other) : sum;
  }, type);
}
