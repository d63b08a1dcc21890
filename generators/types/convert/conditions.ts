import type { JsonObject } from "../../../src/model.ts";
import { isArray, isObject, own } from "../../../src/schema/json.ts";
import { keywordOf } from "../../../src/schema/keywords.ts";
import { append } from "../../../src/schema/pointer.ts";
import type { Located } from "../../../src/schema/resources.ts";
import { intersect } from "../intersect.ts";
import { type Kinds, kind } from "../kinds.ts";
import { any, type Member, never, object, type Type, unknown } from "../type.ts";
import { union } from "../union.ts";
import { complement } from "./complement.ts";
import type { Context } from "./context.ts";
import { child, convert } from "./schema.ts";

/** Each dependency doubles the alternatives; beyond this many they are left out, which is sound. */
const mostDependents = 3;

/** `if`: what passes it and `then`, or fails it (as far as a type can say) and passes `else`. */
export function* conditional(
  at: Located,
  schema: JsonObject,
  kinds: Kinds,
  context: Context,
): Generator<Type> {
  const has = (name: string) => Object.hasOwn(schema, name) && keywordOf(name, at.dialect) !== undefined;
  const condition = has("if") ? context.index.at(at, "/if") : undefined;
  if (condition === undefined || !(has("then") || has("else"))) return;
  const yes = has("then") ? child(at, "/then", kinds, context) : any(kinds);
  const no = has("else") ? child(at, "/else", kinds, context) : any(kinds);
  const passes = intersect(convert(condition, kinds, context), yes);
  const fails = intersect(complement(condition, kinds, context), no);
  yield union([passes, fails]);
}

/** `dependentRequired`, `dependentSchemas` and the `dependencies` they came from. */
export function* dependents(
  at: Located,
  schema: JsonObject,
  kinds: Kinds,
  context: Context,
): Generator<Type> {
  if ((kinds & kind.object) === 0) return;
  let count = 0;
  for (const keyword of ["dependentRequired", "dependentSchemas", "dependencies"]) {
    const map = own(schema, keyword);
    if (!isObject(map) || keywordOf(keyword, at.dialect) === undefined) continue;
    // Validators of 2019-09 and later may ignore it; a type that did not would reject what they accept.
    if (keyword === "dependencies" && keywordOf("dependentRequired", at.dialect) !== undefined) continue;
    for (const name of Object.keys(map)) {
      const names = own(map, name);
      if (isArray(names) && names.length === 0) continue;
      count += 1;
      if (count > mostDependents) return;
      const pointer = append(`/${keyword}`, name);
      const then = isArray(names) ? requires(names) : child(at, pointer, kinds & kind.object, context);
      yield union([
        any(kinds & ~kind.object),
        withMember(name, never, false),
        intersect(withMember(name, unknown, true), then),
      ]);
    }
  }
}

function withMember(name: string, type: Type, required: boolean): Type {
  return object({ members: new Map([[name, { type, required, docs: undefined }]]) });
}

function requires(names: readonly unknown[]): Type {
  const listed = names.filter((name) => typeof name === "string");
  const member: Member = { type: unknown, required: true, docs: undefined };
  return object({ members: new Map(listed.map((name) => [name, member])) });
}
