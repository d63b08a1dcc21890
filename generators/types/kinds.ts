import type { Json, JsonObject } from "../../src/model.ts";
import { isLegacy } from "../../src/schema/identify.ts";
import { isArray, own } from "../../src/schema/json.ts";
import type { Located, SchemaIndex } from "../../src/schema/resources.ts";

/** A set of JSON kinds, one bit each. */
export type Kinds = number;

export const kind = { null: 1, boolean: 2, number: 4, string: 8, array: 16, object: 32 } as const;
export const allKinds: Kinds = 63;
export const scalarKinds: Kinds = kind.null | kind.boolean | kind.number | kind.string;

export function kindsOfValue(value: Json): Kinds {
  if (value === null) return kind.null;
  if (isArray(value)) return kind.array;
  const name = typeof value;
  return name === "boolean" || name === "number" || name === "string" ? kind[name] : kind.object;
}

/** The kinds `type` names; all of them where it is absent or says nothing we know. */
export function kindsOfTypeKeyword(schema: JsonObject): Kinds {
  const type = own(schema, "type");
  const names = typeof type === "string" ? [type] : isArray(type) ? type : undefined;
  if (names === undefined) return allKinds;
  return names.reduce<Kinds>((kinds, name) => kinds | kindNamed(name), 0);
}

function kindNamed(name: Json): Kinds {
  if (name === "integer") return kind.number;
  return typeof name === "string" && Object.hasOwn(kind, name) ? kind[name as keyof typeof kind] : 0;
}

/** Tells the kinds the instances of a schema can have, at most. Each schema is looked at once. */
export function kindsReader(index: SchemaIndex): (at: Located) => Kinds {
  const known = new Map<JsonObject, Kinds>();

  function read(at: Located): Kinds {
    const { schema } = at;
    if (typeof schema === "boolean") return schema ? allKinds : 0;
    const seen = known.get(schema);
    if (seen !== undefined) return seen;
    known.set(schema, allKinds);
    const kinds = look(at, schema);
    known.set(schema, kinds);
    return kinds;
  }

  function look(at: Located, schema: JsonObject): Kinds {
    let kinds = allKinds;
    const ref = own(schema, "$ref");
    if (typeof ref === "string") {
      const target = index.resolve(ref, at);
      if (target !== undefined) kinds &= read(target);
      if (isLegacy(at.dialect)) return kinds;
    }
    kinds &= kindsOfAssertions(schema, at);
    for (const branch of branches(at, schema, "allOf")) kinds &= branch;
    for (const name of ["anyOf", "oneOf"]) {
      const some = branches(at, schema, name);
      if (some.length > 0) kinds &= some.reduce((all, branch) => all | branch, 0);
    }
    return kinds;
  }

  function branches(at: Located, schema: JsonObject, name: string): readonly Kinds[] {
    const list = own(schema, name);
    if (!isArray(list)) return [];
    return list.map((_, position) => {
      const branch = index.at(at, `/${name}/${position}`);
      return branch === undefined ? allKinds : read(branch);
    });
  }

  return read;
}

function kindsOfAssertions(schema: JsonObject, at: Located): Kinds {
  let kinds = kindsOfTypeKeyword(schema);
  const values = own(schema, "enum");
  if (isArray(values)) kinds &= values.reduce<Kinds>((all, value) => all | kindsOfValue(value), 0);
  const value = own(schema, "const");
  if (value !== undefined && at.dialect !== "draft-04") kinds &= kindsOfValue(value);
  return kinds;
}
