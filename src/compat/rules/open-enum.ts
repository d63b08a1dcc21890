import type { Json } from "../../model.ts";
import { openEnumOf, type Values, valuesOf } from "../changes/values.ts";
import type { Rule } from "./rule.ts";

const open = (...values: string[]): Json => ({ anyOf: [{ enum: values }, { type: "string" }] });
const lane = (schema: Json) => ({ properties: { lane: schema } });

function missing(from: Values, than: Values): string | undefined {
  const values = [...from.byKey]
    .filter(([key]) => !than.byKey.has(key))
    .map(([, value]) => JSON.stringify(value));
  return values.length === 0 ? undefined : values.join(", ");
}

export const enumValueAddedToOpen: Rule = {
  id: "ENUM_VALUE_ADDED_TO_OPEN",
  summary: "an open enum grew",
  why: "Old readers accept values they do not know.",
  fix: "Nothing to do.",
  effect: "none",
  breaks: [],
  mirror: "ENUM_VALUE_REMOVED_FROM_OPEN",
  example: { before: lane(open("planned", "done")), after: lane(open("planned", "in_review", "done")) },
  *find({ old, next }) {
    const [before, after] = [openEnumOf(old), openEnumOf(next)];
    const added = before && after && missing(after, before);
    if (added === undefined) return;
    yield { message: `open enum gained ${added}`, oldPointer: before?.pointer, newPointer: after?.pointer };
  },
};

export const enumValueRemovedFromOpen: Rule = {
  id: "ENUM_VALUE_REMOVED_FROM_OPEN",
  summary: "an open enum lost a known value",
  why: "Validators still accept it, but nobody is told any more what it means in documents that hold it.",
  fix: "Keep {values}, and say in the description that it is no longer written.",
  effect: "none",
  breaks: [],
  mirror: "ENUM_VALUE_ADDED_TO_OPEN",
  example: {
    before: lane(open("planned", "in_review", "done")),
    after: lane(open("planned", "done")),
    mended: {
      here: lane({
        anyOf: [{ enum: ["planned", "in_review", "done"] }, { type: "string" }],
        description: "in_review is no longer written.",
      }),
    },
  },
  *find({ old, next }) {
    const [before, after] = [openEnumOf(old), openEnumOf(next)];
    const removed = before && after && missing(before, after);
    if (removed === undefined) return;
    const pointers = { oldPointer: before?.pointer, newPointer: after?.pointer };
    yield { message: `open enum lost ${removed}`, values: removed, ...pointers };
  },
};

export const enumOpened: Rule = {
  id: "ENUM_OPENED",
  summary: "a closed enum was opened",
  why: "New documents may hold values that old readers reject.",
  fix: "Keep the list closed here, and publish the open form in {successor}.",
  effect: "widens",
  breaks: ["forward"],
  mirror: "ENUM_CLOSED",
  example: {
    before: lane({ enum: ["planned", "done"] }),
    after: lane(open("planned", "done")),
    witness: { lane: "" },
    mended: { successor: lane(open("planned", "done")) },
  },
  *find({ old, next }) {
    const [before, after] = [valuesOf(old), openEnumOf(next)];
    if (before === undefined || after === undefined || openEnumOf(old) !== undefined) return;
    yield { message: "closed enum was opened", oldPointer: before.pointer, newPointer: after.anyOf.pointer };
  },
};

export const enumClosed: Rule = {
  id: "ENUM_CLOSED",
  summary: "an open enum was closed",
  why: "Old documents may hold values beyond the list, so new readers reject them.",
  fix: "Keep the enum open, and say in the description which values are written.",
  effect: "narrows",
  breaks: ["backward"],
  mirror: "ENUM_OPENED",
  example: {
    before: lane(open("planned", "done")),
    after: lane({ enum: ["planned", "done"] }),
    witness: { lane: "" },
    mended: {
      here: lane({
        anyOf: [{ enum: ["planned", "done"] }, { type: "string" }],
        description: "planned or done; no other is written.",
      }),
    },
  },
  *find({ old, next }) {
    const [before, after] = [openEnumOf(old), valuesOf(next)];
    if (before === undefined || after === undefined || openEnumOf(next) !== undefined) return;
    yield { message: "open enum was closed", oldPointer: before.anyOf.pointer, newPointer: after.pointer };
  },
};
