import { spokenOnlyBy, spokenOtherwise } from "./keyword-facts.ts";
import { both, type Rule } from "./rule.ts";

const counts = (names: object) => ({ type: "object", additionalProperties: { type: "integer" }, ...names });
const lower = counts({ propertyNames: { pattern: "^[a-z]*$" } });
const upper = counts({ propertyNames: { pattern: "^[A-Z]*$" } });

export const propertyNamesAdded: Rule = {
  id: "PROPERTY_NAMES_ADDED",
  summary: "member names were limited",
  why: "Old documents may hold other names, so new readers reject them.",
  fix: "Leave `propertyNames` out, and state the form of names in the description.",
  effect: "narrows",
  breaks: both,
  mirror: "PROPERTY_NAMES_REMOVED",
  about: "object",
  example: {
    before: counts({}),
    after: lower,
    witness: { A: 0 },
    mended: { here: counts({ description: "Names are in small letters." }) },
  },
  find: (pair) => spokenOnlyBy("next", pair, "propertyNames"),
};

export const propertyNamesRemoved: Rule = {
  id: "PROPERTY_NAMES_REMOVED",
  summary: "member names are no longer limited",
  why: "New documents may hold other names, so old readers reject them.",
  fix: "Keep `propertyNames`, or publish without it in {successor}.",
  effect: "widens",
  breaks: both,
  mirror: "PROPERTY_NAMES_ADDED",
  about: "object",
  example: { before: lower, after: counts({}), witness: { A: 0 }, mended: { successor: counts({}) } },
  find: (pair) => spokenOnlyBy("old", pair, "propertyNames"),
};

export const propertyNamesChanged: Rule = {
  id: "PROPERTY_NAMES_CHANGED",
  summary: "member names were limited otherwise",
  why: "A name that one side takes need not be one that the other takes.",
  fix: "Keep `propertyNames` as it was, or publish the new one in {successor}.",
  effect: "shifts",
  breaks: both,
  mirror: "PROPERTY_NAMES_CHANGED",
  about: "object",
  coarse: true,
  example: { before: lower, after: upper, witness: { a: 0 }, mended: { successor: upper } },
  find: (pair) => spokenOtherwise(pair, "propertyNames"),
};
