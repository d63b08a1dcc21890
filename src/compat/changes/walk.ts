import type { Schema } from "../../model.ts";
import { isObject } from "../../schema/json.ts";
import { type IndexOptions, indexSchema, type Located } from "../../schema/resources.ts";
import { types } from "../inclusion/types.ts";
import { type Alternatives, alternativesIn, matchBranches } from "./alternatives.ts";
import { itemSchemas, tupleLength } from "./items.ts";
import { conditions, tests } from "./conditions.ts";
import { contentModel, isDeclared, memberSchemas, namedMembers, restSchemas } from "./members.ts";
import { oncePer } from "./once-per.ts";
import { held, type Part, type Place, placeOf, spoken } from "./place.ts";
import { typesOf } from "./values.ts";

/** The same place in two schemas. */
export interface Pair {
  readonly old: Place;
  readonly next: Place;
  /** Where in a document: `payload.ids[]`; `""` for the document itself. */
  readonly where: string;
  /** The condition or test, by its keyword, that the place stands under; the nearest. */
  readonly under?: string;
  /** The place is part of a test: what its schemas say is not simply asked of the document. */
  readonly aside?: boolean;
}

export interface WalkOptions {
  readonly old?: IndexOptions | undefined;
  readonly next?: IndexOptions | undefined;
}

/** Every place two schemas both speak of, the root first; a pair of places met again is not walked again. */
export function* pairs(old: Schema, next: Schema, options: WalkOptions = {}): Generator<Pair> {
  const [before, after] = [indexSchema(old, options.old), indexSchema(next, options.next)];
  const open: Pair[] = [
    { old: placeOf(before, [before.root]), next: placeOf(after, [after.root]), where: "" },
  ];
  const seen = new Set<string>();
  // Nearest first, so that a place with several ways to it is named by the shortest.
  for (let next = 0, pair = open[next]; pair !== undefined; pair = open[++next]) {
    const key = `${keyOfPlace(pair.old)} ${keyOfPlace(pair.next)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    yield pair;
    open.push(...below(pair));
  }
}

function keyOfPlace({ parts }: Place): string {
  return JSON.stringify(parts.map(({ located, hidden }) => [located.document, located.pointer, hidden]));
}

function* below(pair: Pair): Generator<Pair> {
  yield* branches(pair);
  yield* conditions(pair);
  yield* tests(pair);
  // Members and items are compared where both sides may have them: else the type alone tells.
  const shared = sharedTypes(pair);
  if (shared & types.object) yield* members(pair);
  if (shared & types.array) yield* items(pair);
}

/** The types that both sides allow at a place, as bits. */
export const sharedTypes = oncePer(({ old, next }: Pair) => typesOf(old).bits & typesOf(next).bits);

function both(pair: Pair, step: string, schemasOf: (place: Place) => readonly Located[]): Pair {
  return {
    ...pair,
    where: step === "[]" || pair.where === "" ? pair.where + step : `${pair.where}.${step}`,
    old: placeOf(pair.old.index, schemasOf(pair.old)),
    next: placeOf(pair.next.index, schemasOf(pair.next)),
  };
}

function* members(pair: Pair): Generator<Pair> {
  const [before, after] = [namedMembers(pair.old), namedMembers(pair.next)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const named = before.has(name) && after.has(name);
    if (named || (isDeclared(pair.old, name) && isDeclared(pair.next, name))) {
      yield both(pair, name, (place) => memberSchemas(place, name));
    }
  }
  if (contentModel(pair.old) === "map" && contentModel(pair.next) === "map")
    yield both(pair, "*", restSchemas);
  for (const source of patternsOf(pair.old)) {
    if (patternsOf(pair.next).has(source)) yield both(pair, "*", (place) => patternSchemas(place, source));
  }
}

export function patternsOf(place: Place): ReadonlySet<string> {
  return new Set(
    spoken(place, "patternProperties").flatMap(({ value }) => (isObject(value) ? Object.keys(value) : [])),
  );
}

function patternSchemas(place: Place, source: string): readonly Located[] {
  return spoken(place, "patternProperties").flatMap((each) =>
    isObject(each.value) && Object.hasOwn(each.value, source)
      ? held(place, each, "patternProperties", source)
      : [],
  );
}

function* items(pair: Pair): Generator<Pair> {
  const length = Math.max(tupleLength(pair.old), tupleLength(pair.next));
  for (let index = 0; index < length; index++) yield both(pair, "[]", (place) => itemSchemas(place, index));
  yield both(pair, "[]", (place) => itemSchemas(place, Number.POSITIVE_INFINITY));
}

/** Each alternative with everything beside it, against the one it became. */
function* branches(pair: Pair): Generator<Pair> {
  for (const { ours, theirs, several } of alternativesIn(pair)) {
    if (ours === undefined || theirs === undefined) continue;
    for (const [a, b] of matchBranches(pair, ours, theirs).pairs) {
      const [old, next] = [
        branchPlace(pair.old, ours, a, several),
        branchPlace(pair.next, theirs, b, several),
      ];
      yield { ...pair, old, next };
    }
  }
}

/** Where there are several lists, one is opened at a time: all of them together are too many. */
function branchPlace(place: Place, list: Alternatives, branch: Located, several: boolean): Place {
  const hide = (part: Part): readonly string[] =>
    several ? ["anyOf", "oneOf"] : part === list.said.part ? [list.keyword] : [];
  const beside = place.parts.map(
    (part): Part => ({ ...part, hidden: [...new Set([...(part.hidden ?? []), ...hide(part)])] }),
  );
  return { ...placeOf(place.index, [branch], beside), pointer: branch.pointer };
}
