import { type Alternatives, alternativesIn, matchBranches } from "../changes/alternatives.ts";
import { bothSayTheSame } from "../changes/keyword-changes.ts";
import { placeOf } from "../changes/place.ts";
import { saysTheSame } from "../changes/same.ts";
import { openEnumOf, typesOf } from "../changes/values.ts";
import type { Pair } from "../changes/walk.ts";
import { keywordOf } from "../../schema/keywords.ts";
import type { Located } from "../../schema/resources.ts";
import { both, type Found, type Rule } from "./rule.ts";

const circle = { type: "object", properties: { shape: { const: "circle" } }, required: ["shape"] };
const square = { type: "object", properties: { shape: { const: "square" } }, required: ["shape"] };

const anyShape = { type: "object", properties: { shape: { type: "string" } }, required: ["shape"] };

export const alternativeAdded: Rule = {
  id: "ALTERNATIVE_ADDED",
  summary: "an alternative was added",
  why: "Old readers reject documents that match only the new alternative.",
  fix: "Publish it in {successor}; leave an open alternative there, for kinds that readers do not know.",
  effect: "widens",
  breaks: ["forward"],
  mirror: "ALTERNATIVE_REMOVED",
  example: {
    before: { oneOf: [circle] },
    after: { oneOf: [circle, square] },
    witness: { shape: "square" },
    mended: { successor: { anyOf: [circle, square, anyShape] } },
  },
  *find(pair) {
    for (const { ours, theirs } of alternativesIn(pair)) {
      if (ours === undefined || theirs === undefined) continue;
      for (const branch of matchBranches(pair, ours, theirs).added) {
        // A type that is new altogether has a fact of its own.
        const { bits } = typesOf(placeOf(pair.next.index, [branch]));
        if ((bits & typesOf(pair.old).bits) === 0) continue;
        const message = "an alternative was added";
        yield { message, oldPointer: ours.said.pointer, newPointer: branch.pointer };
      }
    }
  },
};

export const alternativeRemoved: Rule = {
  id: "ALTERNATIVE_REMOVED",
  summary: "an alternative was removed",
  why: "Old documents that match only that alternative are rejected by new readers.",
  fix: "Keep the alternative, marked deprecated.",
  effect: "narrows",
  breaks: ["backward"],
  mirror: "ALTERNATIVE_ADDED",
  example: {
    before: { oneOf: [circle, square] },
    after: { oneOf: [circle] },
    witness: { shape: "square" },
    mended: { here: { oneOf: [circle, { ...square, deprecated: true }] } },
  },
  *find(pair) {
    for (const { ours, theirs } of alternativesIn(pair)) {
      if (ours === undefined || theirs === undefined) continue;
      for (const branch of matchBranches(pair, ours, theirs).removed) {
        const { bits } = typesOf(placeOf(pair.old.index, [branch]));
        if ((bits & typesOf(pair.next).bits) === 0) continue;
        const message = "an alternative was removed";
        yield { message, oldPointer: branch.pointer, newPointer: theirs.said.pointer };
      }
    }
  },
};

const names = (...lists: readonly (readonly string[])[]) => ({
  properties: { id: { type: "string" }, name: { type: "string" }, mail: { type: "string" } },
  anyOf: lists.map((required) => ({ required })),
});
const free = { properties: names().properties };

function* oneSided(pair: Pair, side: "ours" | "theirs"): Generator<Found> {
  for (const { ours, theirs } of alternativesIn(pair)) {
    const [here, there] = side === "ours" ? [ours, theirs] : [theirs, ours];
    // Where the other side holds an open enum the alternatives were replaced.
    if (here === undefined || there !== undefined || openEnumOf(side === "ours" ? pair.next : pair.old))
      continue;
    if (isOneOfThem(pair, side, here)) continue;
    yield {
      message:
        side === "ours" ? "no longer one of several alternatives" : "limited to one of several alternatives",
      oldPointer: ours?.said.pointer ?? pair.old.pointer,
      newPointer: theirs?.said.pointer ?? pair.next.pointer,
    };
  }
}

/** The single schema is one of the alternatives, and the others are of types that it is not: the types tell that. */
function isOneOfThem(
  { old, next }: Pair,
  side: "ours" | "theirs",
  { said, branches }: Alternatives,
): boolean {
  const [listed, single] = side === "ours" ? [old, next] : [next, old];
  const [part, ...more] = single.parts;
  // Anything beside the list would have to be said by the single schema too.
  if (part === undefined || more.length > 0 || listed.parts.length > 1 || saysMore(said)) return false;
  const isIt = (located: Located) =>
    saysTheSame({ index: listed.index, located }, { index: single.index, located: part.located });
  const { bits } = typesOf(single);
  const others = branches.filter((branch) => !isIt(branch));
  return (
    others.length === branches.length - 1 &&
    others.every((branch) => (typesOf(placeOf(listed.index, [branch])).bits & bits) === 0)
  );
}

/** A keyword that decides stands beside another. */
function saysMore({ part, value }: Alternatives["said"]): boolean {
  const { schema, dialect } = part.located;
  return Object.entries(schema).some(([name, beside]) => {
    const role = keywordOf(name, dialect)?.role;
    return (role === "assertion" || role === "applicator") && beside !== value;
  });
}

export const alternativesAdded: Rule = {
  id: "ALTERNATIVES_ADDED",
  summary: "a document must now match one of several alternatives",
  why: "Old documents may match none, so new readers reject them.",
  fix: "Leave the alternatives out, and state them in the description.",
  effect: "narrows",
  breaks: both,
  mirror: "ALTERNATIVES_REMOVED",
  example: {
    before: free,
    after: names(["id"], ["name"]),
    witness: {},
    mended: { here: { ...free, description: "It says id or name." } },
  },
  find: (pair) => oneSided(pair, "theirs"),
};

export const alternativesRemoved: Rule = {
  id: "ALTERNATIVES_REMOVED",
  summary: "a document need no longer match one of several alternatives",
  why: "New documents may match none, so old readers reject them.",
  fix: "Keep the alternatives, or publish without them in {successor}.",
  effect: "widens",
  breaks: both,
  mirror: "ALTERNATIVES_ADDED",
  example: { before: names(["id"], ["name"]), after: free, witness: {}, mended: { successor: free } },
  find: (pair) => oneSided(pair, "ours"),
};

/** Alternatives that may hold together are judged as a whole: a change to one shows through another. */
function* overlapping(pair: Pair): Generator<Found> {
  for (const { ours, theirs } of alternativesIn(pair)) {
    if (ours !== undefined && theirs !== undefined) {
      if (isUnchanged(pair, ours, theirs) || (ours.disjoint && theirs.disjoint)) continue;
      const message = "alternatives that may hold together changed";
      yield { message, oldPointer: ours.said.pointer, newPointer: theirs.said.pointer };
    } else {
      const open = openEnumOf(ours === undefined ? pair.old : pair.next);
      if (open === undefined) continue;
      const pointers = { oldPointer: ours?.said.pointer, newPointer: theirs?.said.pointer };
      yield {
        message:
          ours === undefined ? "alternatives replaced an open enum" : "an open enum replaced alternatives",
        oldPointer: pointers.oldPointer ?? open.anyOf.pointer,
        newPointer: pointers.newPointer ?? open.anyOf.pointer,
      };
    }
  }
}

function isUnchanged(pair: Pair, ours: Alternatives, theirs: Alternatives): boolean {
  if (ours.keyword !== theirs.keyword || ours.branches.length !== theirs.branches.length) return false;
  const { pairs } = matchBranches(pair, ours, theirs);
  return pairs.length === ours.branches.length && pairs.every(([a, b]) => bothSayTheSame(pair, a, b));
}

export const alternativesChanged: Rule = {
  id: "ALTERNATIVES_CHANGED",
  summary: "alternatives that may hold together changed",
  why: "A document that matched one of the old alternatives need match none of the new ones, or the other way round.",
  fix: "Keep the alternatives as they were, or publish the new ones in {successor}.",
  effect: "shifts",
  breaks: both,
  mirror: "ALTERNATIVES_CHANGED",
  coarse: true,
  example: {
    before: names(["id"], ["name"]),
    after: names(["id"], ["mail"]),
    witness: { name: "" },
    mended: { successor: names(["id"], ["mail"]) },
  },
  find: overlapping,
};
