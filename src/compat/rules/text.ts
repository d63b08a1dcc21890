import { type Place, spoken } from "../changes/place.ts";
import type { Pair } from "../changes/walk.ts";
import type { Found, Rule } from "./rule.ts";

type Said = ReadonlyMap<string, string>;

/** What the parts of a place say with a keyword of text, each with its pointer. */
function said(place: Place, keyword: string): Said {
  return new Map(
    spoken(place, keyword).flatMap(({ value, pointer }) =>
      typeof value === "string" ? [[value, pointer]] : [],
    ),
  );
}

function* differing(
  { old, next }: Pair,
  keyword: string,
  kind: "added" | "removed" | "changed",
): Generator<Found> {
  const [before, after] = [said(old, keyword), said(next, keyword)];
  const removed = [...before.keys()].filter((text) => !after.has(text));
  const added = [...after.keys()].filter((text) => !before.has(text));
  const happened = removed.length === 0 ? "added" : added.length === 0 ? "removed" : "changed";
  if (happened !== kind || (removed.length === 0 && added.length === 0)) return;
  const quoted = (texts: readonly string[]) => texts.map((text) => `"${shortened(text)}"`).join(" and ");
  const [first, last] = [removed[0] ?? "", added[0] ?? ""];
  yield {
    message:
      kind === "changed"
        ? `${keyword} changed from ${quoted(removed)} to ${quoted(added)}`
        : `${keyword} ${quoted([...removed, ...added])} was ${kind}`,
    oldPointer: before.get(first) ?? old.pointer,
    newPointer: after.get(last) ?? next.pointer,
  };
}

/** Long patterns are for the schema, not for a message. */
function shortened(text: string): string {
  return text.length > 48 ? `${text.slice(0, 47)}…` : text;
}

const id = (schema: object) => ({ properties: { id: { type: "string", ...schema } } });

export const patternAdded: Rule = {
  id: "PATTERN_ADDED",
  summary: "a pattern was added",
  why: "Old documents may hold texts that do not match, so new readers reject them.",
  fix: "Leave the pattern out, and state the form in the description.",
  effect: "narrows",
  breaks: ["backward"],
  mirror: "PATTERN_REMOVED",
  about: "string",
  example: {
    before: id({}),
    after: id({ pattern: "^[a-z]+$" }),
    witness: { id: "" },
    mended: { here: id({ description: "Small letters." }) },
  },
  find: (pair) => differing(pair, "pattern", "added"),
};

export const patternRemoved: Rule = {
  id: "PATTERN_REMOVED",
  summary: "a pattern was removed",
  why: "New documents may hold texts that do not match, so old readers reject them.",
  fix: "Keep the pattern, or publish without it in {successor}.",
  effect: "widens",
  breaks: ["forward"],
  mirror: "PATTERN_ADDED",
  about: "string",
  example: {
    before: id({ pattern: "^[a-z]+$" }),
    after: id({}),
    witness: { id: "" },
    mended: { successor: id({}) },
  },
  find: (pair) => differing(pair, "pattern", "removed"),
};

export const patternChanged: Rule = {
  id: "PATTERN_CHANGED",
  summary: "a pattern was replaced",
  why: "Texts that match one pattern need not match the other.",
  fix: "Keep the old pattern of {member}, and add a property of the new form beside it.",
  effect: "shifts",
  breaks: ["backward", "forward"],
  mirror: "PATTERN_CHANGED",
  about: "string",
  example: {
    before: id({ pattern: "^[a-z]+$" }),
    after: id({ pattern: "^[0-9]+$" }),
    witness: { id: "a" },
    mended: {
      here: {
        properties: {
          id: { type: "string", pattern: "^[a-z]+$" },
          number: { type: "string", pattern: "^[0-9]+$" },
        },
      },
    },
  },
  find: (pair) => differing(pair, "pattern", "changed"),
};

export const formatAdded: Rule = {
  id: "FORMAT_ADDED",
  summary: "a format was added",
  why: "Where formats are asserted, new readers reject old texts in another form.",
  fix: "Leave the format out, and state the form in the description.",
  effect: "narrows",
  breaks: ["backward"],
  mirror: "FORMAT_REMOVED",
  about: "string",
  example: {
    before: id({}),
    after: id({ format: "uuid" }),
    witness: { id: "" },
    mended: { here: id({ description: "A UUID." }) },
  },
  find: (pair) => differing(pair, "format", "added"),
};

export const formatRemoved: Rule = {
  id: "FORMAT_REMOVED",
  summary: "a format was removed",
  why: "Where formats are asserted, old readers reject new texts in another form.",
  fix: "Keep the format, or publish without it in {successor}.",
  effect: "widens",
  breaks: ["forward"],
  mirror: "FORMAT_ADDED",
  about: "string",
  example: {
    before: id({ format: "uuid" }),
    after: id({}),
    witness: { id: "" },
    mended: { successor: id({}) },
  },
  find: (pair) => differing(pair, "format", "removed"),
};

export const formatChanged: Rule = {
  id: "FORMAT_CHANGED",
  summary: "a format was replaced",
  why: "Where formats are asserted, texts in one form are rejected by readers of the other.",
  fix: "Keep the old format of {member}, and add a property of the new one beside it.",
  effect: "shifts",
  breaks: ["backward", "forward"],
  mirror: "FORMAT_CHANGED",
  about: "string",
  example: {
    before: id({ format: "date" }),
    after: id({ format: "date-time" }),
    witness: { id: "2026-01-31" },
    mended: {
      here: {
        properties: { id: { type: "string", format: "date" }, at: { type: "string", format: "date-time" } },
      },
    },
  },
  find: (pair) => differing(pair, "format", "changed"),
};
