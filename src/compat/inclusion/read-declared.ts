import { speaks } from "../../evaluate/vocabulary.ts";
import type { Json, JsonObject } from "../../model.ts";
import { isArray, isObject, own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import type { Arena } from "./arena.ts";
import {
  type Below,
  choice,
  type Declared,
  joined,
  naming,
  nothingDeclared,
  type Reach,
  where,
} from "./declared.ts";
import type { Literal } from "./formula.ts";
import { hidesNeighbours, type Link, type Place } from "./places.ts";
import { types } from "./types.ts";

/** Reads the declarations of places, references and `allOf` followed, each place once. */
export function declarationReader(
  arena: Arena,
  literalOf: (place: Place) => Literal,
): (place: Place) => Declared {
  const known = new Map<Place, Declared>();
  return read;

  function read(place: Place): Declared {
    const before = known.get(place);
    if (before !== undefined) return before;
    const { schema } = place.located;
    const declared = isObject(schema) ? joined([...parts(place, schema)]) : nothingDeclared;
    known.set(place, declared);
    return declared;
  }

  function* parts(place: Place, schema: JsonObject): Generator<Declared> {
    for (const keyword of ["$ref", "$dynamicRef", "$recursiveRef"]) {
      const link = place.links.get(keyword);
      if (link !== undefined) yield read(link.to);
    }
    if (hidesNeighbours(place.located)) return;
    for (const [keyword, value] of Object.entries(schema)) {
      if (speaks(keyword, place.located)) yield* says(keyword, value, place, schema);
    }
  }

  function* says(keyword: string, value: Json, place: Place, schema: JsonObject): Generator<Declared> {
    const link = (pointer: string): Link | undefined => place.links.get(pointer);
    const at = (pointer: string): Declared => {
      const target = link(pointer);
      return target === undefined ? nothingDeclared : read(target.to);
    };
    const below = (pointer: string, where: Reach, leftover = false): readonly Below[] => {
      const target = link(pointer);
      return target === undefined ? [] : [{ at: where, to: target.to, leftover }];
    };
    const pointers = (list: Json) =>
      isArray(list) ? list.map((_, index) => append(append("", keyword), index)) : [];
    switch (keyword) {
      case "const":
      case "enum":
        yield {
          ...nothingDeclared,
          fixed: [value].flat().some((one) => typeof one === "object" && one !== null),
        };
        break;
      case "properties": {
        const names = isObject(value) ? Object.keys(value) : [];
        yield {
          ...nothingDeclared,
          listed: new Set(names),
          declares: names.length > 0,
          below: names.flatMap((name) => below(append("/properties", name), { kind: "name", name })),
        };
        break;
      }
      case "patternProperties": {
        const sources = isObject(value) ? Object.keys(value) : [];
        yield {
          ...nothingDeclared,
          patterns: new Set(sources),
          declares: sources.length > 0,
          below: sources.flatMap((source) =>
            below(append("/patternProperties", source), { kind: "pattern", source }),
          ),
        };
        break;
      }
      case "additionalProperties":
      case "unevaluatedProperties": {
        const names = new Set(keysOf(schema, "properties"));
        const patterns = keysOf(schema, "patternProperties");
        const rest = below(
          `/${keyword}`,
          { kind: "rest", names, patterns },
          keyword === "unevaluatedProperties",
        );
        yield { ...nothingDeclared, all: true, declares: true, below: rest };
        break;
      }
      case "required":
        yield naming(isArray(value) ? value : []);
        break;
      case "dependentRequired":
      case "dependencies":
      case "dependentSchemas":
        for (const [trigger, entry] of Object.entries(isObject(value) ? value : {})) {
          if (isArray(entry)) yield naming([trigger, ...entry]);
          else yield where(present(trigger), at(append(`/${keyword}`, trigger)));
        }
        break;
      case "propertyNames":
        yield namesListed(link("/propertyNames")?.to);
        break;
      case "prefixItems":
        yield {
          ...nothingDeclared,
          below: pointers(value).flatMap((pointer, index) => below(pointer, { kind: "item", index })),
        };
        break;
      case "items":
        yield {
          ...nothingDeclared,
          below: isArray(value)
            ? pointers(value).flatMap((pointer, index) => below(pointer, { kind: "item", index }))
            : below("/items", { kind: "items", from: lengthOf(schema, "prefixItems") }),
        };
        break;
      case "additionalItems":
        if (!isArray(own(schema, "items"))) break;
        yield {
          ...nothingDeclared,
          below: below("/additionalItems", { kind: "items", from: lengthOf(schema, "items") }),
        };
        break;
      case "unevaluatedItems":
        yield { ...nothingDeclared, below: below("/unevaluatedItems", { kind: "items", from: 0 }, true) };
        break;
      case "contains":
        yield { ...nothingDeclared, below: below("/contains", { kind: "matching" }) };
        break;
      case "allOf":
        yield* pointers(value).map(at);
        break;
      case "anyOf":
      case "oneOf":
        yield choice(
          keyword === "oneOf",
          pointers(value).flatMap((pointer) => {
            const target = link(pointer)?.to;
            return target === undefined ? [] : [{ literal: literalOf(target), declared: read(target) }];
          }),
        );
        break;
      case "if": {
        const test = link("/if")?.to;
        if (test === undefined) break;
        const literal = literalOf(test);
        yield choice(true, [
          { literal, declared: joined([read(test), at("/then")]) },
          { literal: -literal, declared: at("/else") },
        ]);
        break;
      }
    }
  }

  /** An object with the member: the bare atom holds of everything that is no object. */
  function present(name: string): Literal {
    return arena.and([arena.type(types.object), arena.make({ kind: "has", name })]);
  }

  function namesListed(names: Place | undefined): Declared {
    const schema = names?.located.schema;
    if (names === undefined || !isObject(schema)) return nothingDeclared;
    const values =
      own(schema, "enum") ?? (Object.hasOwn(schema, "const") ? [schema.const ?? null] : undefined);
    const listed = isArray(values) ? values.filter((name) => typeof name === "string") : [];
    if (isArray(values)) return { ...nothingDeclared, listed: new Set(listed) };
    // Lists further inside would take cases; a map allows more, which is the safe side.
    const inside = [...names.links.values()].some(({ inPlace }) => inPlace);
    return inside ? { ...nothingDeclared, all: true, declares: true } : nothingDeclared;
  }
}

function keysOf(schema: JsonObject, keyword: string): readonly string[] {
  const value = own(schema, keyword);
  return isObject(value) ? Object.keys(value) : [];
}

function lengthOf(schema: JsonObject, keyword: string): number {
  const value = own(schema, keyword);
  return isArray(value) ? value.length : 0;
}
