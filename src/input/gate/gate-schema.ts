import type { Dialect, SourceDocument } from "../../model.ts";
import { children, isSchema } from "../../schema/children.ts";
import { isObject } from "../../schema/json.ts";
import { indexSchema, type Located, type SchemaIndex } from "../../schema/resources.ts";
import { identifiers } from "./identifiers.ts";
import { keywordValues } from "./keyword-values.ts";
import { knownKeywords } from "./known-keywords.ts";
import { memberNames } from "./member-names.ts";
import { referenceCycles } from "./reference-cycles.ts";
import { references } from "./references.ts";
import type { Gate, Issue, Place, Rule } from "./rule.ts";
import { validPatterns } from "./valid-patterns.ts";

/** What every subschema of a registry is held against. */
export const rules: readonly Rule[] = [
  knownKeywords,
  keywordValues,
  validPatterns,
  memberNames,
  identifiers,
  references,
];

/** Nobody reads more, and each costs its line and column. */
const mostIssues = 100;

/**
 * What a registry does not take in a schema that was read with the registry profile: the first hundred problems, in
 * the order of the file. `dialect` is for schemas that declare none.
 */
export function gateSchema(document: SourceDocument, dialect?: Dialect): readonly Issue[] {
  const schema = document.value;
  if (!isSchema(schema)) {
    const hint = 'begin with {"$schema": "https://json-schema.org/draft/2020-12/schema"}';
    return [{ code: "SCHEMA_EXPECTED", message: "a schema is an object or a boolean", pointer: "", hint }];
  }
  const index = indexSchema(schema, { dialect });
  const places = [...placesOf(index)];
  const pointers = new Set(places.map(({ pointer }) => pointer));
  return take(mostIssues, judge(places.filter(isPlace), { index, pointers }));
}

function* judge(places: readonly Place[], gate: Gate): Iterable<Issue> {
  for (const place of places) {
    for (const rule of rules) yield* rule(place, gate);
  }
  yield* referenceCycles(places, gate);
}

function* placesOf(index: SchemaIndex): Iterable<Located> {
  const waiting: Located[] = [index.root];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    yield place;
    if (typeof place.schema === "boolean") continue;
    const below = [...children(place.schema, place.dialect)].reverse();
    for (const { pointer } of below) {
      const child = index.at(place, pointer);
      if (child !== undefined) waiting.push(child);
    }
  }
}

function isPlace(located: Located): located is Place {
  return isObject(located.schema);
}

function take<T>(most: number, items: Iterable<T>): readonly T[] {
  const taken: T[] = [];
  for (const item of items) {
    taken.push(item);
    if (taken.length === most) break;
  }
  return taken;
}
