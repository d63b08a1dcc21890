import { type Evaluator, keyOf } from "../evaluate/index.ts";
import type { Json, JsonObject } from "../model.ts";
import { isArray } from "../schema/json.ts";
import type { SchemaIndex } from "../schema/resources.ts";
import { branchesOf, typesOf, valuesOf } from "./changes/values.ts";
import { itemSchemas, tupleLength } from "./changes/items.ts";
import { contentModel, isDeclared, memberSchemas, namedMembers, requiredMembers } from "./changes/members.ts";
import { type Place, placeOf, spoken } from "./changes/place.ts";
import { types } from "./inclusion/types.ts";

/** How deep, and how many values a place gives to the place above. */
const depthLimit = 7;
const breadth = 24;

/** The place in the writer's schema, and in the reader's where it has one: bounds of both sides make good tests. */
interface Two {
  readonly writer: Place;
  readonly reader: Place;
  readonly judge: Evaluator;
}

/**
 * Documents worth trying as witnesses: small ones the writer accepts, each off the beaten track in one place. Nothing is
 * promised of the reader; whoever uses them asks the evaluator. Same schemas, same documents, same order.
 */
export function candidates(writer: Evaluator, reader: Evaluator): readonly Json[] {
  const root = (index: SchemaIndex) => placeOf(index, [index.root]);
  return values({ writer: root(writer.index), reader: root(reader.index), judge: writer }, depthLimit, 2_000);
}

/** Values of a place that the writer's schemas there accept, so that a document made of them is likely accepted too. */
function values(two: Two, depth: number, limit = breadth): readonly Json[] {
  const accepted: Json[] = [];
  const seen = new Set<string>();
  for (const value of guesses(two, depth, limit)) {
    if (accepted.length >= limit) break;
    const key = keyOf(value);
    if (seen.has(key)) continue;
    seen.add(key);
    if (two.writer.parts.every(({ located }) => two.judge.acceptsAt(located, value))) accepted.push(value);
  }
  return accepted;
}

function* guesses(two: Two, depth: number, limit: number): Generator<Json> {
  for (const place of [two.writer, two.reader]) yield* written(place);
  for (const keyword of ["anyOf", "oneOf"] as const) {
    for (const said of depth > 0 ? spoken(two.writer, keyword) : []) {
      const beside = two.writer.parts.map((part) =>
        part === said.part ? { ...part, hidden: [...(part.hidden ?? []), keyword] } : part,
      );
      for (const branch of branchesOf(two.writer, said, keyword)) {
        yield* values({ ...two, writer: placeOf(two.writer.index, [branch], beside) }, depth - 1, limit);
      }
    }
  }
  const { bits } = typesOf(two.writer);
  if (bits & types.null) yield null;
  if (bits & types.boolean) yield* [true, false];
  if (bits & types.string) yield* texts(two);
  if (bits & (types.integer | types.fraction)) yield* numbers(two, (bits & types.fraction) !== 0);
  if (bits & types.object) yield* objects(two, depth, limit);
  if (bits & types.array) yield* arrays(two, depth);
}

/** Values the schema itself writes out. */
function written(place: Place): readonly Json[] {
  const examples = spoken(place, "examples").flatMap(({ value }) => (isArray(value) ? value : []));
  const defaults = spoken(place, "default").map(({ value }) => value);
  return [...(valuesOf(place)?.byKey.values() ?? []), ...defaults, ...examples];
}

/** One text of every form people often ask for. */
const forms = [
  "",
  "a",
  "A",
  "1",
  "2026-01-31T00:00:00Z",
  "2026-01-31",
  "00:00:00Z",
  "P1D",
  "a@example.org",
  "https://example.org/",
  "/a",
  "00000000-0000-4000-8000-000000000000",
  "01ARZ3NDEKTSV4RRFFQ69G5FAV",
  "0".repeat(64),
  `sha256:${"0".repeat(64)}`,
  "1.0.0",
  "a-b",
  "a.b",
];

function texts({ writer, reader }: Two): readonly string[] {
  const counts = [writer, reader].flatMap((place) =>
    ["minLength", "maxLength"].flatMap((keyword) => spoken(place, keyword).map(({ value }) => value)),
  );
  const lengths = counts.flatMap((count) =>
    typeof count === "number" && count <= 10_000 ? [count - 1, count, count + 1] : [],
  );
  return [...lengths.filter((length) => length >= 0).map((length) => "a".repeat(length)), ...forms];
}

function numbers({ writer, reader }: Two, fractions: boolean): readonly number[] {
  const keywords = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
  const limits = [writer, reader].flatMap((place) =>
    keywords.flatMap((keyword) => spoken(place, keyword).map(({ value }) => value)),
  );
  const near = limits.flatMap((limit) => (typeof limit === "number" ? [limit, limit - 1, limit + 1] : []));
  const found = [...near, 0, 1, -1, 2];
  return fractions ? [...found, ...near.map((limit) => limit + 0.5), 0.5] : found.filter(Number.isInteger);
}

function objects(two: Two, depth: number, limit: number): readonly Json[] {
  const { writer, reader, judge } = two;
  const names = [...namedMembers(writer).keys()].filter((name) => isDeclared(writer, name));
  const required = requiredMembers(writer);
  const member = (name: string): readonly Json[] => {
    if (depth === 0) return [];
    const below = { writer: memberPlace(writer, name), reader: memberPlace(reader, name), judge };
    return values(below, depth - 1);
  };
  const choices = new Map(names.map((name) => [name, member(name)]));
  const least = Object.fromEntries(
    [...required.keys()].map((name) => [name, choices.get(name)?.[0] ?? null]),
  );
  const full = Object.fromEntries([...choices].map(([name, [first]]) => [name, first ?? null]));
  const found: Json[] = [least, full];
  for (const [name, options] of choices) {
    for (const value of options.slice(0, limit)) found.push(set(least, name, value));
  }
  const [some] = names;
  if (contentModel(writer) === "map") {
    for (const name of [...namedMembers(reader).keys(), some === "a" ? "b" : "a"]) {
      for (const value of member(name)) found.push(set(least, name, value));
    }
  }
  return found;
}

function memberPlace(place: Place, name: string): Place {
  return placeOf(place.index, memberSchemas(place, name));
}

function set(object: JsonObject, name: string, value: Json): Json {
  return Object.fromEntries(new Map([...Object.entries(object), [name, value]]));
}

function arrays(two: Two, depth: number): readonly Json[] {
  const item = (index: number): readonly Json[] => {
    const at = (place: Place) => placeOf(place.index, itemSchemas(place, index));
    return depth === 0 ? [] : values({ ...two, writer: at(two.writer), reader: at(two.reader) }, depth - 1);
  };
  const heads = Array.from(
    { length: Math.min(8, tupleLength(two.writer)) },
    (_, index) => item(index)[0] ?? null,
  );
  const rest = item(Number.POSITIVE_INFINITY);
  const [first = null, second = null] = rest;
  const found: Json[] = [[], heads, [...heads, first], [...heads, first, first], [...heads, first, second]];
  for (const value of rest) found.push([...heads, value]);
  for (const keyword of ["minItems", "maxItems"]) {
    for (const { value } of [...spoken(two.writer, keyword), ...spoken(two.reader, keyword)]) {
      if (typeof value !== "number" || value > 50) continue;
      for (const length of [value - 1, value, value + 1]) {
        if (length >= 0)
          found.push(Array.from({ length }, (_, index) => rest[index % Math.max(1, rest.length)] ?? null));
      }
    }
  }
  return found;
}
