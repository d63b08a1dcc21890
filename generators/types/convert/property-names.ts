import type { JsonObject } from "../../../src/model.ts";
import { keywordOf } from "../../../src/schema/keywords.ts";
import type { Located } from "../../../src/schema/resources.ts";
import { kind } from "../kinds.ts";
import { atoms, isNever, type Member, never, type ObjectType, type Type } from "../type.ts";
import type { Context } from "./context.ts";
import { child } from "./schema.ts";

/** An object whose names are restricted: listed names become optional members, a known beginning becomes a pattern. */
export function namedMembers(type: ObjectType, at: Located, schema: JsonObject, context: Context): Type {
  if (!Object.hasOwn(schema, "propertyNames") || keywordOf("propertyNames", at.dialect) === undefined)
    return type;
  const allowed = child(at, "/propertyNames", kind.string, context);
  const names = isNever(allowed) ? [] : listed(allowed);
  if (names !== undefined) return restricted(type, names);
  if (allowed.is !== "template" || type.patterns.length > 0) return type;
  return {
    ...type,
    patterns: [{ key: allowed, source: allowed.start, type: type.rest }],
    rest: never,
    openness: "stated",
  };
}

function listed(names: Type): readonly string[] | undefined {
  const values = atoms(names).map((atom) => (atom.is === "literal" ? atom.value : undefined));
  return values.every((value) => typeof value === "string") ? values : undefined;
}

function restricted(type: ObjectType, names: readonly string[]): Type {
  const allowed = new Set(names);
  const members = new Map<string, Member>();
  for (const [name, member] of type.members) {
    if (allowed.has(name)) members.set(name, member);
    else if (member.required) return never;
  }
  if (type.patterns.length > 0) return type;
  for (const name of names) {
    if (!members.has(name) && !isNever(type.rest)) {
      members.set(name, { type: type.rest, required: false, docs: undefined });
    }
  }
  return { ...type, members, rest: never, openness: "stated" };
}
