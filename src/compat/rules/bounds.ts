import { isMultiple } from "../../evaluate/index.ts";
import { own } from "../../schema/json.ts";
import { type Place, spoken } from "../changes/place.ts";
import { typesOf } from "../changes/values.ts";
import { type Pair, sharedTypes } from "../changes/walk.ts";
import { number, types } from "../inclusion/types.ts";
import type { Found, Rule } from "./rule.ts";

/** A bound as a person says it, and as it compares: tighter is greater. */
interface Bound {
  readonly words: string;
  readonly limit: number;
  readonly exclusive: boolean;
  readonly pointer: string;
}

/** Keywords that bound the same quantity, of values of which type, and whether a greater limit is the tighter one. */
const quantities = [
  { of: number, keywords: ["minimum", "exclusiveMinimum"], lower: true },
  { of: number, keywords: ["maximum", "exclusiveMaximum"], lower: false },
  { of: types.string, keywords: ["minLength"], lower: true },
  { of: types.string, keywords: ["maxLength"], lower: false },
  { of: types.array, keywords: ["minItems"], lower: true },
  { of: types.array, keywords: ["maxItems"], lower: false },
  { of: types.object, keywords: ["minProperties"], lower: true },
  { of: types.object, keywords: ["maxProperties"], lower: false },
] as const;
type Quantity = (typeof quantities)[number];

/** The tightest bound a place sets; lower bounds on counts that exclude nothing count as none. */
function boundOf(place: Place, { keywords, lower }: Quantity): Bound | undefined {
  let tightest: Bound | undefined;
  for (const keyword of keywords) {
    for (const { value, pointer, part } of spoken(place, keyword)) {
      if (typeof value !== "number" || (value === 0 && /^min[A-Z]/.test(keyword))) continue;
      const { schema, dialect } = part.located;
      const flag = lower ? "exclusiveMinimum" : "exclusiveMaximum";
      const flagged = dialect === "draft-04" && typeof schema !== "boolean" && own(schema, flag) === true;
      const exclusive = keyword.startsWith("exclusive") || (flagged && /imum$/.test(keyword));
      const bound = asWhole({ words: `${keyword} ${value}`, limit: value, exclusive, pointer }, place, lower);
      if (tightest === undefined || tighter(bound, tightest, lower)) tightest = bound;
    }
  }
  return tightest;
}

/** Among integers `exclusiveMinimum: 0` is `minimum: 1`. */
function asWhole(bound: Bound, place: Place, lower: boolean): Bound {
  const { limit, exclusive } = bound;
  if (typesOf(place).bits & types.fraction) return bound;
  if (!exclusive) return { ...bound, limit: lower ? Math.ceil(limit) : Math.floor(limit) };
  return { ...bound, limit: lower ? Math.floor(limit) + 1 : Math.ceil(limit) - 1, exclusive: false };
}

function tighter(a: Bound, b: Bound, lower: boolean): boolean {
  if (a.limit === b.limit) return a.exclusive && !b.exclusive;
  return lower ? a.limit > b.limit : a.limit < b.limit;
}

function* moved(pair: Pair, wanted: "tightened" | "loosened"): Generator<Found> {
  const { old, next } = pair;
  for (const quantity of quantities) {
    if (!(sharedTypes(pair) & quantity.of)) continue;
    const [before, after] = [boundOf(old, quantity), boundOf(next, quantity)];
    const [loose, tight] = wanted === "tightened" ? [before, after] : [after, before];
    if (tight === undefined || (loose !== undefined && !tighter(tight, loose, quantity.lower))) continue;
    const from = before?.words ?? "no bound";
    const to = after?.words ?? "no bound";
    yield {
      message: `${wanted} from ${from} to ${to}`,
      oldPointer: before?.pointer ?? old.pointer,
      newPointer: after?.pointer ?? next.pointer,
    };
  }
}

export const boundTightened: Rule = {
  id: "BOUND_TIGHTENED",
  summary: "a bound was tightened",
  why: "Old documents may lie outside the new bound, so new readers reject them.",
  fix: "Keep the old bound, and state the new one in the description as advice.",
  effect: "narrows",
  breaks: ["backward"],
  mirror: "BOUND_LOOSENED",
  example: {
    before: { properties: { title: { type: "string", maxLength: 3 } } },
    after: { properties: { title: { type: "string", maxLength: 2 } } },
    witness: { title: "aaa" },
    mended: {
      here: { properties: { title: { type: "string", maxLength: 3, description: "At most two letters." } } },
    },
  },
  find: (pair) => moved(pair, "tightened"),
};

export const boundLoosened: Rule = {
  id: "BOUND_LOOSENED",
  summary: "a bound was loosened",
  why: "New documents may lie outside the old bound, so old readers reject them.",
  fix: "Keep the old bound, or publish the new one in {successor}.",
  effect: "widens",
  breaks: ["forward"],
  mirror: "BOUND_TIGHTENED",
  example: {
    before: { properties: { title: { type: "string", maxLength: 2 } } },
    after: { properties: { title: { type: "string", maxLength: 3 } } },
    witness: { title: "aaa" },
    mended: { successor: { properties: { title: { type: "string", maxLength: 3 } } } },
  },
  find: (pair) => moved(pair, "loosened"),
};

function divisors(place: Place): readonly { value: number; pointer: string }[] {
  return spoken(place, "multipleOf").flatMap(({ value, pointer }) =>
    typeof value === "number" && value > 0 ? [{ value, pointer }] : [],
  );
}

export const multipleOfChanged: Rule = {
  id: "MULTIPLE_OF_CHANGED",
  summary: "the step of a number changed",
  why: "Numbers off the new step are rejected by new readers, those off the old one by old readers.",
  fix: "Keep the old step, and state the new one in the description as advice.",
  effect: "shifts",
  breaks: ["backward", "forward"],
  mirror: "MULTIPLE_OF_CHANGED",
  about: "number",
  example: {
    before: { properties: { cost: { type: "number", multipleOf: 0.01 } } },
    after: { properties: { cost: { type: "number", multipleOf: 0.1 } } },
    witness: { cost: 0.01 },
    mended: {
      here: { properties: { cost: { type: "number", multipleOf: 0.01, description: "In steps of 0.1." } } },
    },
  },
  *find({ old, next }) {
    const [before, after] = [divisors(old), divisors(next)];
    const all = (here: typeof before, there: typeof before) =>
      here.every(({ value }) =>
        there.some((other) => other.value === value || isMultiple(other.value, value)),
      );
    if (all(before, after) && all(after, before)) return;
    const words = (list: typeof before) => list.map(({ value }) => value).join(", ") || "any";
    yield {
      message: `step changed from ${words(before)} to ${words(after)}`,
      oldPointer: before[0]?.pointer ?? old.pointer,
      newPointer: after[0]?.pointer ?? next.pointer,
    };
  },
};
