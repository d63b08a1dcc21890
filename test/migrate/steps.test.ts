import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Step, takeStep } from "../../src/migrate/index.ts";
import { sha256 } from "../../src/migrate/sha256.ts";
import type { Json } from "../../src/model.ts";

const json = (text: string): Json => JSON.parse(text);

describe("a step", () => {
  it.each<readonly [string, Step, string, string]>([
    [
      "renames in place",
      { do: "move", at: ["old"], to: ["new"] },
      '{"a":1,"old":2,"z":3}',
      '{"a":1,"new":2,"z":3}',
    ],
    [
      "moves into an object it makes",
      { do: "move", at: ["old"], to: ["in", "new"] },
      '{"old":2}',
      '{"in":{"new":2}}',
    ],
    ["drops the second of two equal names", { do: "move", at: ["b"], to: ["a"] }, '{"a":1,"b":1}', '{"a":1}'],
    ["leaves alone what is not there", { do: "move", at: ["b"], to: ["a"] }, '{"c":1}', '{"c":1}'],
    ["fills what is absent", { do: "default", at: ["a"], value: null }, "{}", '{"a":null}'],
    ["sees own members only", { do: "default", at: ["toString"], value: 1 }, "{}", '{"toString":1}'],
    ["keeps what is null", { do: "default", at: ["a"], value: 1 }, '{"a":null}', '{"a":null}'],
    ["overwrites", { do: "set", at: ["a"], value: 2 }, '{"a":1}', '{"a":2}'],
    [
      "writes inside an item",
      { do: "set", at: ["l", "1", "a"], value: 2 },
      '{"l":[1,{"a":1}]}',
      '{"l":[1,{"a":2}]}',
    ],
    [
      "maps words",
      { do: "map", at: ["a"], words: { doing: "in_progress" }, otherwise: "refuse" },
      '{"a":"doing"}',
      '{"a":"in_progress"}',
    ],
    [
      "maps other scalars by their text",
      { do: "map", at: ["a"], words: { "1": "one" }, otherwise: "refuse" },
      '{"a":1}',
      '{"a":"one"}',
    ],
    [
      "keeps other words where told",
      { do: "map", at: ["a"], words: { x: "y" }, otherwise: "keep" },
      '{"a":"z"}',
      '{"a":"z"}',
    ],
    ["removes", { do: "remove", at: ["in", "a"] }, '{"in":{"a":1,"b":2}}', '{"in":{"b":2}}'],
    [
      "treats a member named __proto__ as any other",
      { do: "move", at: ["__proto__"], to: ["p"] },
      '{"__proto__":{"x":1}}',
      '{"p":{"x":1}}',
    ],
    ["makes a member named __proto__", { do: "set", at: ["__proto__"], value: 1 }, "{}", '{"__proto__":1}'],
  ])("%s", (_, step, before, after) => {
    const value = json(before);
    expect(JSON.stringify(takeStep(value, step).value)).toBe(after);
    expect(JSON.stringify(value)).toBe(before);
  });

  it.each<readonly [string, Step, string, RegExp]>([
    ["two names that differ", { do: "move", at: ["b"], to: ["a"] }, '{"a":1,"b":2}', /say different things/],
    [
      "a word without a rule",
      { do: "map", at: ["a"], words: { x: "y" }, otherwise: "refuse" },
      '{"a":"toString"}',
      /no rule stands/,
    ],
    [
      "something that is no object in the way",
      { do: "set", at: ["a", "b"], value: 1 },
      '{"a":"text"}',
      /no place/,
    ],
    ["something to hash that is no text", { do: "hash", at: ["a"], prefix: "h:" }, '{"a":1}', /no text/],
  ])("does not guess at %s", (_, step, before, why) => {
    expect(takeStep(json(before), step).unsupported).toMatch(why);
  });

  it("hashes a text once", () => {
    const step: Step = { do: "hash", at: ["f"], prefix: "v2:sha256:" };
    const once = takeStep({ f: '{"type":"ping"}' }, step).value ?? null;
    const expected = createHash("sha256").update('{"type":"ping"}').digest("hex");
    expect(once).toEqual({ f: `v2:sha256:${expected}` });
    expect(takeStep(once, step).value).toEqual(once);
  });
});

it("our SHA-256 is the platform's, at every length around a block", () => {
  for (let length = 0; length < 130; length += 1) {
    const text = "a".repeat(length);
    expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
  }
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
    }),
  );
});
