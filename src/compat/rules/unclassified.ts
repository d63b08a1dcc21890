import type { Json } from "../../model.ts";
import { isArray, isObject } from "../../schema/json.ts";
import { children } from "../../schema/children.ts";
import type { Located } from "../../schema/resources.ts";
import { alternativesOf, matchBranches } from "../changes/alternatives.ts";
import { contentModel, isDeclared, namedMembers } from "../changes/members.ts";
import { type Part, type Place, placeOf, type Spoken, spoken } from "../changes/place.ts";
import { saysTheSame } from "../changes/same.ts";
import { keyOf } from "../../evaluate/index.ts";
import { openEnumOf } from "../changes/values.ts";
import { type Pair, patternsOf } from "../changes/walk.ts";
import { onlyIn } from "./properties.ts";
import { both, type Found, type Rule } from "./rule.ts";

/** Keywords no rule reads piece by piece. Where they stayed the same they say the same; else nobody knows. */
const opaque = [
  "not",
  "if",
  "then",
  "else",
  "dependentSchemas",
  "dependencies",
  "propertyNames",
  "contains",
  "minContains",
  "maxContains",
  "unevaluatedItems",
  "$dynamicRef",
  "$recursiveRef",
];

export const unclassified: Rule = {
  id: "UNCLASSIFIED",
  summary: "a keyword changed in a way no rule reads",
  why: "What the change means for documents has to be proved; no rule can tell.",
  fix: "Split the change into smaller ones, or state the intent with simpler keywords.",
  effect: "shifts",
  breaks: both,
  mirror: "UNCLASSIFIED",
  example: {
    before: { properties: { id: {} }, not: { required: ["id"] } },
    after: { properties: { id: {} } },
    witness: { id: null },
  },
  *find(pair) {
    for (const keyword of opaque) yield* changed(pair, keyword);
    yield* patterns(pair);
    yield* alternatives(pair);
    yield* conditional(pair);
    yield* mixed(pair);
  },
};

function fact(message: string, pair: Pair, before?: Spoken, after?: Spoken): Found {
  return {
    message,
    oldPointer: before?.pointer ?? pair.old.pointer,
    newPointer: after?.pointer ?? pair.next.pointer,
  };
}

function* changed(pair: Pair, keyword: string): Generator<Found> {
  const dynamic = keyword === "$dynamicRef" || keyword === "$recursiveRef";
  const after = [...spoken(pair.next, keyword)];
  const before = spoken(pair.old, keyword).filter((one) => {
    const twin = dynamic ? -1 : after.findIndex((other) => sameKeyword(pair, keyword, one, other));
    if (twin >= 0) after.splice(twin, 1);
    return twin < 0;
  });
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const message = `"${keyword}" ${dynamic ? "cannot be followed" : "changed"}`;
    yield fact(message, pair, before[index], after[index]);
  }
}

function sameKeyword(pair: Pair, keyword: string, one: Spoken, other: Spoken): boolean {
  const [ours, theirs] = [below(pair.old, one, keyword), below(pair.next, other, keyword)];
  if (ours.length === 0 && theirs.length === 0) return keyOf(one.value) === keyOf(other.value);
  if (ours.length !== theirs.length || keyOf(shell(keyword, one)) !== keyOf(shell(keyword, other)))
    return false;
  return ours.every((located, index) => {
    const counterpart = theirs[index];
    return (
      counterpart !== undefined &&
      saysTheSame({ index: pair.old.index, located }, { index: pair.next.index, located: counterpart })
    );
  });
}

/** The schemas a keyword holds, by name where it holds several. */
function below(place: Place, { part }: Spoken, keyword: string): readonly Located[] {
  const { schema, dialect } = part.located;
  if (!isObject(schema)) return [];
  return [...children(schema, dialect)]
    .filter((child) => child.keyword.name === keyword)
    .sort((a, b) => (a.pointer < b.pointer ? -1 : 1))
    .flatMap((child) => place.index.at(part.located, child.pointer) ?? []);
}

/** What a map of schemas says besides them: its names, and the lists of names in `dependencies`. */
function shell(keyword: string, { value }: Spoken): Json {
  if (!isObject(value) || (keyword !== "dependentSchemas" && keyword !== "dependencies")) return null;
  return Object.keys(value)
    .sort()
    .map((name) => [name, isArray(value[name]) ? (value[name] ?? null) : null]);
}

function* patterns(pair: Pair): Generator<Found> {
  const [before, after] = [[...patternsOf(pair.old)].sort(), [...patternsOf(pair.next)].sort()];
  if (keyOf(before) === keyOf(after)) return;
  const [one, other] = [spoken(pair.old, "patternProperties"), spoken(pair.next, "patternProperties")];
  yield fact('"patternProperties" changed', pair, one[0], other[0]);
}

/** Alternatives that may hold together are judged as a whole: a change to one shows through another. */
function* alternatives(pair: Pair): Generator<Found> {
  const [ours, theirs] = [alternativesOf(pair.old), alternativesOf(pair.next)];
  if (ours === undefined && theirs === undefined) return;
  const one = ours !== "several" ? ours?.said : undefined;
  const other = theirs !== "several" ? theirs?.said : undefined;
  if (ours === undefined || theirs === undefined || ours === "several" || theirs === "several") {
    if ((openEnumOf(pair.old) && ours === undefined) || (openEnumOf(pair.next) && theirs === undefined))
      return;
    const same = saidTheSame(pair, "anyOf") && saidTheSame(pair, "oneOf");
    if (!same) yield fact("the alternatives changed", pair, one, other);
    return;
  }
  const { pairs } = matchBranches(pair.old, ours, pair.next, theirs);
  const unchanged =
    ours.keyword === theirs.keyword &&
    ours.branches.length === theirs.branches.length &&
    pairs.length === ours.branches.length &&
    pairs.every(([a, b]) =>
      saysTheSame({ index: pair.old.index, located: a }, { index: pair.next.index, located: b }),
    );
  if (unchanged || (ours.disjoint && theirs.disjoint)) return;
  yield fact("alternatives that may hold together changed", pair, one, other);
}

function saidTheSame(pair: Pair, keyword: string): boolean {
  return [...changed(pair, keyword)].length === 0;
}

const inPlace = ["anyOf", "oneOf", "if", "then", "else", "dependentSchemas", "dependencies"];

/** Members the other side names only under a condition: whether it declares them depends on the document. */
function* conditional(pair: Pair): Generator<Found> {
  for (const side of ["old", "next"] as const) {
    const there = side === "old" ? pair.next : pair.old;
    const conditions = conditionsOf(there);
    for (const { name } of onlyIn(side, pair)) {
      if (!conditions.some((place) => contentModel(place) !== "map" && isDeclared(place, name))) continue;
      yield fact(`property "${name}" is declared here, and under a condition on the other side`, pair);
    }
  }
}

function conditionsOf(place: Place, depth = 4): readonly Place[] {
  if (depth === 0) return [];
  const found = inPlace.flatMap((keyword) =>
    spoken(place, keyword).flatMap((each) =>
      below(place, each, keyword).map((located) => placeOf(place.index, [located])),
    ),
  );
  return [...found, ...found.flatMap((each) => conditionsOf(each, depth - 1))];
}

/** `additionalProperties: false` in one of several schemas that name members: it sees its own neighbours only. */
function* mixed(pair: Pair): Generator<Found> {
  for (const side of ["old", "next"] as const) {
    const place = pair[side];
    const [first] = place.parts;
    const blind = [
      ...spoken(place, "additionalProperties"),
      ...spoken(place, "unevaluatedProperties").filter(({ part }) => part !== first),
    ].filter(({ value }) => value === false);
    const names = (part: Part) => {
      const alone = { ...place, parts: [part] };
      return namedMembers(alone).size > 0 || patternsOf(alone).size > 0;
    };
    const unseen = blind.some(({ part }) => place.parts.some((other) => other !== part && names(other)));
    if (!unseen || samePlace(pair)) continue;
    yield fact("several schemas name the members of a closed object", pair);
    return;
  }
}

function samePlace({ old, next }: Pair): boolean {
  return (
    old.parts.length === next.parts.length &&
    old.parts.every(({ located }, index) => {
      const other = next.parts[index]?.located;
      return (
        other !== undefined &&
        saysTheSame({ index: old.index, located }, { index: next.index, located: other })
      );
    })
  );
}
