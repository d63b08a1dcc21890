import { type Evaluator, keyOf } from "../../evaluate/index.ts";
import type { Json } from "../../model.ts";
import { isArray } from "../../schema/json.ts";
import type { SchemaIndex } from "../../schema/resources.ts";
import { branchesOf, typesOf, valuesOf } from "../changes/values.ts";
import { type Place, placeOf, spoken } from "../changes/place.ts";
import { types } from "../inclusion/types.ts";
import { arrays } from "./arrays.ts";
import { objects } from "./objects.ts";
import { numbers, texts } from "./scalars.ts";
import type { Two } from "./two.ts";

/** How deep, and how many values a place gives to the place above. */
const depthLimit = 7;
const breadth = 24;

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
  const below = (next: Two) => (depth === 0 ? [] : values(next, depth - 1));
  const { bits } = typesOf(two.writer);
  if (bits & types.null) yield null;
  if (bits & types.boolean) yield* [true, false];
  if (bits & types.string) yield* texts(two);
  if (bits & (types.integer | types.fraction)) yield* numbers(two, (bits & types.fraction) !== 0);
  if (bits & types.object) yield* objects(two, below, limit);
  if (bits & types.array) yield* arrays(two, below);
}

/** Values the schema itself writes out. */
function written(place: Place): readonly Json[] {
  const examples = spoken(place, "examples").flatMap(({ value }) => (isArray(value) ? value : []));
  const defaults = spoken(place, "default").map(({ value }) => value);
  return [...(valuesOf(place)?.byKey.values() ?? []), ...defaults, ...examples];
}
