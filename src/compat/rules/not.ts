import { spokenOnlyBy, spokenOtherwise } from "./keyword-facts.ts";
import { both, type Rule } from "./rule.ts";

const job = { state: { type: "string" }, error: { type: "string" } };
const done = { properties: job };
const noError = { properties: job, not: { required: ["error"] } };
const noState = { properties: job, not: { required: ["state"] } };

export const notAdded: Rule = {
  id: "NOT_ADDED",
  summary: "documents of some form are forbidden",
  why: "Old documents may have that form, so new readers reject them.",
  fix: "Say in the description what is no longer written, and leave `not` out.",
  effect: "narrows",
  breaks: ["backward"],
  mirror: "NOT_REMOVED",
  example: {
    before: done,
    after: noError,
    witness: { error: "" },
    mended: { here: { ...done, description: "An error is no longer written." } },
  },
  find: (pair) => spokenOnlyBy("next", pair, "not"),
};

export const notRemoved: Rule = {
  id: "NOT_REMOVED",
  summary: "documents of some form are no longer forbidden",
  why: "New documents may have that form, so old readers reject them.",
  fix: "Keep `not`, or publish without it in {successor}.",
  effect: "widens",
  breaks: ["forward"],
  mirror: "NOT_ADDED",
  example: { before: noError, after: done, witness: { error: "" }, mended: { successor: done } },
  find: (pair) => spokenOnlyBy("old", pair, "not"),
};

export const notChanged: Rule = {
  id: "NOT_CHANGED",
  summary: "other documents are forbidden than before",
  why: "New readers reject what is forbidden now, old readers what was forbidden before.",
  fix: "Keep `not` as it was, or publish the new one in {successor}.",
  effect: "shifts",
  breaks: both,
  mirror: "NOT_CHANGED",
  coarse: true,
  example: { before: noError, after: noState, witness: { state: "" }, mended: { successor: noState } },
  find: (pair) => spokenOtherwise(pair, "not"),
};
