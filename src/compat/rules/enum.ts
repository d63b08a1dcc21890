import type { Json } from "../../model.ts";
import { openEnumOf, type Values, valuesOf } from "../changes/values.ts";
import type { Pair } from "../changes/walk.ts";
import type { Found, Rule } from "./rule.ts";

function lists({ old, next }: Pair): readonly [Values | undefined, Values | undefined] {
  return [valuesOf(old), valuesOf(next)];
}

/** Both sides list one value, and not the same: the constant was replaced. */
function replaced(before: Values, after: Values): boolean {
  if (before.byKey.size !== 1 || after.byKey.size !== 1) return false;
  return [...before.byKey.keys()][0] !== [...after.byKey.keys()][0];
}

function missing(from: Values, than: Values): readonly Json[] {
  return [...from.byKey].filter(([key]) => !than.byKey.has(key)).map(([, value]) => value);
}

function words(values: readonly Json[]): string {
  const spelled = values.map((value) => JSON.stringify(value)).join(", ");
  return values.length === 1 ? `value ${spelled}` : `values ${spelled}`;
}

export const enumValueAddedToClosed: Rule = {
  id: "ENUM_VALUE_ADDED_TO_CLOSED",
  summary: "a closed enum grew",
  why: "Old readers reject values they do not know.",
  fix: 'Declare the enum open from its first version on: anyOf: [{enum: [...]}, {type: "string"}].',
  effect: "widens",
  breaks: ["forward"],
  mirror: "ENUM_VALUE_REMOVED",
  example: {
    before: { properties: { lane: { enum: ["planned", "done"] } } },
    after: { properties: { lane: { enum: ["planned", "in_review", "done"] } } },
    witness: { lane: "in_review" },
  },
  *find(pair) {
    const [before, after] = lists(pair);
    if (before === undefined || after === undefined || replaced(before, after)) return;
    const added = missing(after, before);
    if (added.length === 0) return;
    yield {
      message: `closed enum gained ${words(added)}`,
      oldPointer: before.pointer,
      newPointer: after.pointer,
    };
  },
};

export const enumValueRemoved: Rule = {
  id: "ENUM_VALUE_REMOVED",
  summary: "a closed enum lost a value",
  why: "Old documents may hold the value, so new readers reject them.",
  fix: "Keep the value, and say in the description that it is no longer written.",
  effect: "narrows",
  breaks: ["backward"],
  mirror: "ENUM_VALUE_ADDED_TO_CLOSED",
  example: {
    before: { properties: { lane: { enum: ["planned", "in_review", "done"] } } },
    after: { properties: { lane: { enum: ["planned", "done"] } } },
    witness: { lane: "in_review" },
  },
  *find(pair) {
    const [before, after] = lists(pair);
    if (before === undefined || after === undefined || replaced(before, after)) return;
    const removed = missing(before, after);
    if (removed.length === 0) return;
    yield {
      message: `closed enum lost ${words(removed)}`,
      oldPointer: before.pointer,
      newPointer: after.pointer,
    };
  },
};

export const constChanged: Rule = {
  id: "CONST_CHANGED",
  summary: "a constant was replaced",
  why: "Each side rejects the constant of the other.",
  fix: "Keep the constant; a new meaning needs a new property or a new subject.",
  effect: "shifts",
  breaks: ["backward", "forward"],
  mirror: "CONST_CHANGED",
  example: {
    before: { properties: { schema_version: { const: "1.0" } } },
    after: { properties: { schema_version: { const: "2.0" } } },
    witness: { schema_version: "1.0" },
  },
  *find(pair) {
    const [before, after] = lists(pair);
    if (before === undefined || after === undefined || !replaced(before, after)) return;
    const [from, to] = [...before.byKey.values(), ...after.byKey.values()];
    const message = `constant changed from ${JSON.stringify(from)} to ${JSON.stringify(to)}`;
    yield { message, oldPointer: before.pointer, newPointer: after.pointer };
  },
};

export const enumIntroduced: Rule = {
  id: "ENUM_INTRODUCED",
  summary: "values were limited to a list",
  why: "Old documents may hold other values, so new readers reject them.",
  fix: 'List the values in an open enum: anyOf: [{enum: [...]}, {type: "string"}].',
  effect: "narrows",
  breaks: ["backward"],
  mirror: "ENUM_DROPPED",
  example: {
    before: { properties: { lane: { type: "string" } } },
    after: { properties: { lane: { type: "string", enum: ["planned", "done"] } } },
    witness: { lane: "" },
  },
  find: (pair) => oneSided(pair, "next"),
};

export const enumDropped: Rule = {
  id: "ENUM_DROPPED",
  summary: "values are no longer limited to a list",
  why: "New documents may hold other values, so old readers reject them.",
  fix: "Keep the list; where it has to grow, publish a new major namespace with an open enum.",
  effect: "widens",
  breaks: ["forward"],
  mirror: "ENUM_INTRODUCED",
  example: {
    before: { properties: { lane: { type: "string", enum: ["planned", "done"] } } },
    after: { properties: { lane: { type: "string" } } },
    witness: { lane: "" },
  },
  find: (pair) => oneSided(pair, "old"),
};

function* oneSided(pair: Pair, side: "old" | "next"): Generator<Found> {
  const [before, after] = lists(pair);
  const [here, there] = side === "old" ? [before, after] : [after, before];
  if (here === undefined || there !== undefined) return;
  if (openEnumOf(side === "old" ? pair.next : pair.old) !== undefined) return;
  const said = words([...here.byKey.values()]);
  yield {
    message: side === "old" ? `no longer limited to ${said}` : `limited to ${said}`,
    oldPointer: before?.pointer ?? pair.old.pointer,
    newPointer: after?.pointer ?? pair.next.pointer,
  };
}
