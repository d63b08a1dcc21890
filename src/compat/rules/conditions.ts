import { spokenOnlyBy, spokenOtherwise } from "./keyword-facts.ts";
import { both, type Rule } from "./rule.ts";

const review = (more: object) => ({
  properties: { lane: { type: "string" }, by: { type: "string" } },
  ...more,
});
const asks = (lane: string) => ({
  if: { properties: { lane: { const: lane } }, required: ["lane"] },
  then: { required: ["by"] },
});

export const conditionAdded: Rule = {
  id: "CONDITION_ADDED",
  summary: "a condition was added",
  why: "Old documents may meet the condition and not what it asks for, so new readers reject them.",
  fix: "Leave the condition out, and state it in the description or under `x-invariants`.",
  effect: "narrows",
  breaks: both,
  mirror: "CONDITION_REMOVED",
  example: {
    before: review({}),
    after: review(asks("done")),
    witness: { lane: "done" },
    mended: { here: review({ description: "What is done says by whom." }) },
  },
  find: (pair) => spokenOnlyBy("next", pair, "if"),
};

export const conditionRemoved: Rule = {
  id: "CONDITION_REMOVED",
  summary: "a condition was removed",
  why: "New documents need no longer meet what the condition asked for, so old readers reject them.",
  fix: "Keep the condition, or publish without it in {successor}.",
  effect: "widens",
  breaks: both,
  mirror: "CONDITION_ADDED",
  example: {
    before: review(asks("done")),
    after: review({}),
    witness: { lane: "done" },
    mended: { successor: review({}) },
  },
  find: (pair) => spokenOnlyBy("old", pair, "if"),
};

export const conditionChanged: Rule = {
  id: "CONDITION_CHANGED",
  summary: "a condition, or what it asks for, changed",
  why: "Documents that meet one condition and what it asks for need not meet the other.",
  fix: "Keep the condition as it was, or publish the new one in {successor}.",
  effect: "shifts",
  breaks: both,
  mirror: "CONDITION_CHANGED",
  coarse: true,
  example: {
    before: review(asks("done")),
    after: review(asks("doing")),
    witness: { lane: "doing" },
    mended: { successor: review(asks("doing")) },
  },
  find: (pair) => spokenOtherwise(pair, "if", ["then", "else"]),
};
