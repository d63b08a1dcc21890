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
  return `${values.length === 1 ? "value" : "values"} ${spelled(values)}`;
}

function spelled(values: readonly Json[]): string {
  return values.map((value) => JSON.stringify(value)).join(", ");
}

const lane = (schema: Json) => ({ properties: { lane: schema } });
const open = (...values: string[]): Json => ({ anyOf: [{ enum: values }, { type: "string" }] });

export const enumValueAddedToClosed: Rule = {
  id: "ENUM_VALUE_ADDED_TO_CLOSED",
  summary: "a closed enum grew",
  why: "Old readers reject values they do not know.",
  fix: 'Leave {values} out here; in {successor} declare the enum open, `anyOf: [{"enum": [..., {values}]}, {"type": "string"}]`, so that it can grow.',
  effect: "widens",
  breaks: ["forward"],
  mirror: "ENUM_VALUE_REMOVED",
  example: {
    before: lane({ enum: ["planned", "done"] }),
    after: lane({ enum: ["planned", "in_review", "done"] }),
    witness: { lane: "in_review" },
    mended: { successor: lane(open("planned", "in_review", "done")) },
  },
  *find(pair) {
    const [before, after] = lists(pair);
    if (before === undefined || after === undefined || replaced(before, after)) return;
    const added = missing(after, before);
    if (added.length === 0) return;
    yield {
      message: `closed enum gained ${words(added)}`,
      values: spelled(added),
      oldPointer: before.pointer,
      newPointer: after.pointer,
    };
  },
};

export const enumValueRemoved: Rule = {
  id: "ENUM_VALUE_REMOVED",
  summary: "a closed enum lost a value",
  why: "Old documents may hold the value, so new readers reject them.",
  fix: "Keep {values}, and say in the description that it is no longer written.",
  effect: "narrows",
  breaks: ["backward"],
  mirror: "ENUM_VALUE_ADDED_TO_CLOSED",
  example: {
    before: lane({ enum: ["planned", "in_review", "done"] }),
    after: lane({ enum: ["planned", "done"] }),
    witness: { lane: "in_review" },
    mended: {
      here: lane({ enum: ["planned", "in_review", "done"], description: "in_review is no longer written." }),
    },
  },
  *find(pair) {
    const [before, after] = lists(pair);
    if (before === undefined || after === undefined || replaced(before, after)) return;
    const removed = missing(before, after);
    if (removed.length === 0) return;
    yield {
      message: `closed enum lost ${words(removed)}`,
      values: spelled(removed),
      oldPointer: before.pointer,
      newPointer: after.pointer,
    };
  },
};

export const constChanged: Rule = {
  id: "CONST_CHANGED",
  summary: "a constant was replaced",
  why: "Each side rejects the constant of the other.",
  fix: "Keep the constant, or publish the new one in {successor}.",
  effect: "shifts",
  breaks: ["backward", "forward"],
  mirror: "CONST_CHANGED",
  example: {
    before: { properties: { schema_version: { const: "1.0" } } },
    after: { properties: { schema_version: { const: "2.0" } } },
    witness: { schema_version: "1.0" },
    mended: { successor: { properties: { schema_version: { const: "2.0" } } } },
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
  fix: 'Declare the enum open: `anyOf: [{"enum": [{values}]}, {"type": "string"}]`.',
  effect: "narrows",
  breaks: ["backward"],
  mirror: "ENUM_DROPPED",
  example: {
    before: lane({ type: "string" }),
    after: lane({ type: "string", enum: ["planned", "done"] }),
    witness: { lane: "" },
    mended: { here: lane(open("planned", "done")) },
  },
  find: (pair) => oneSided(pair, "next"),
};

export const enumDropped: Rule = {
  id: "ENUM_DROPPED",
  summary: "values are no longer limited to a list",
  why: "New documents may hold other values, so old readers reject them.",
  fix: 'Keep the list; in {successor} declare it open, `anyOf: [{"enum": [{values}]}, {"type": "string"}]`.',
  effect: "widens",
  breaks: ["forward"],
  mirror: "ENUM_INTRODUCED",
  example: {
    before: lane({ type: "string", enum: ["planned", "done"] }),
    after: lane({ type: "string" }),
    witness: { lane: "" },
    mended: { successor: lane(open("planned", "done")) },
  },
  find: (pair) => oneSided(pair, "old"),
};

function* oneSided(pair: Pair, side: "old" | "next"): Generator<Found> {
  const [before, after] = lists(pair);
  const [here, there] = side === "old" ? [before, after] : [after, before];
  if (here === undefined || there !== undefined) return;
  if (openEnumOf(side === "old" ? pair.next : pair.old) !== undefined) return;
  const listed = [...here.byKey.values()];
  yield {
    message: side === "old" ? `no longer limited to ${words(listed)}` : `limited to ${words(listed)}`,
    values: spelled(listed),
    oldPointer: before?.pointer ?? pair.old.pointer,
    newPointer: after?.pointer ?? pair.next.pointer,
  };
}
