import { alternativesOf, type Matching, matchBranches } from "../changes/alternatives.ts";
import { placeOf } from "../changes/place.ts";
import { typesOf } from "../changes/values.ts";
import type { Pair } from "../changes/walk.ts";
import type { Rule } from "./rule.ts";

function matching({ old, next }: Pair): Matching | undefined {
  const [ours, theirs] = [alternativesOf(old), alternativesOf(next)];
  if (ours === undefined || theirs === undefined || ours === "several" || theirs === "several")
    return undefined;
  return matchBranches(old, ours, next, theirs);
}

const circle = { type: "object", properties: { shape: { const: "circle" } }, required: ["shape"] };
const square = { type: "object", properties: { shape: { const: "square" } }, required: ["shape"] };

export const alternativeAdded: Rule = {
  id: "ALTERNATIVE_ADDED",
  summary: "an alternative was added",
  why: "Old readers reject documents that match only the new alternative.",
  fix: "Leave an open alternative from the first version on, for kinds that readers do not know.",
  effect: "widens",
  breaks: ["forward"],
  mirror: "ALTERNATIVE_REMOVED",
  example: { before: { oneOf: [circle] }, after: { oneOf: [circle, square] }, witness: { shape: "square" } },
  *find(pair) {
    for (const branch of matching(pair)?.added ?? []) {
      // A type that is new altogether has a fact of its own.
      const { bits } = typesOf(placeOf(pair.next.index, [branch]));
      if ((bits & typesOf(pair.old).bits) === 0) continue;
      yield { message: "an alternative was added", oldPointer: pair.old.pointer, newPointer: branch.pointer };
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
  example: { before: { oneOf: [circle, square] }, after: { oneOf: [circle] }, witness: { shape: "square" } },
  *find(pair) {
    for (const branch of matching(pair)?.removed ?? []) {
      const { bits } = typesOf(placeOf(pair.old.index, [branch]));
      if ((bits & typesOf(pair.next).bits) === 0) continue;
      yield {
        message: "an alternative was removed",
        oldPointer: branch.pointer,
        newPointer: pair.next.pointer,
      };
    }
  },
};
