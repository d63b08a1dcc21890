import { spokenOnlyBy, spokenOtherwise } from "./keyword-facts.ts";
import { both, type Rule } from "./rule.ts";

const lanes = (more: object) => ({
  properties: { lanes: { type: "array", items: { type: "string" }, ...more } },
});
const hasDone = lanes({ contains: { const: "done" } });
const hasPlanned = lanes({ contains: { const: "planned" } });

export const containsAdded: Rule = {
  id: "CONTAINS_ADDED",
  summary: "a list must now hold certain items",
  why: "Old lists may hold none, so new readers reject them.",
  fix: "Leave `contains` out, and let readers say what they miss.",
  effect: "narrows",
  breaks: both,
  mirror: "CONTAINS_REMOVED",
  about: "array",
  example: { before: lanes({}), after: hasDone, witness: { lanes: [] }, mended: { here: lanes({}) } },
  find: (pair) => spokenOnlyBy("next", pair, "contains"),
};

export const containsRemoved: Rule = {
  id: "CONTAINS_REMOVED",
  summary: "a list need no longer hold certain items",
  why: "New lists may hold none, so old readers reject them.",
  fix: "Keep `contains`, or publish without it in {successor}.",
  effect: "widens",
  breaks: both,
  mirror: "CONTAINS_ADDED",
  about: "array",
  example: { before: hasDone, after: lanes({}), witness: { lanes: [] }, mended: { successor: lanes({}) } },
  find: (pair) => spokenOnlyBy("old", pair, "contains"),
};

export const containsChanged: Rule = {
  id: "CONTAINS_CHANGED",
  summary: "a list must hold other items, or another number of them",
  why: "A list that holds what one side asks for need not hold what the other does.",
  fix: "Keep `contains` and its counts, or publish the new ones in {successor}.",
  effect: "shifts",
  breaks: both,
  mirror: "CONTAINS_CHANGED",
  about: "array",
  coarse: true,
  example: {
    before: hasDone,
    after: hasPlanned,
    witness: { lanes: ["done"] },
    mended: { successor: hasPlanned },
  },
  find: (pair) => spokenOtherwise(pair, "contains", ["minContains", "maxContains"]),
};
