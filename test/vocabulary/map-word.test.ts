import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapValue, mapWord, type Source } from "../../src/vocabulary/index.ts";

const source: Source = {
  name: "crew",
  map: { captain: "human", pilot: "machine" },
  ambiguous: { pilot: "may be a person" },
  rules: [
    { pattern: "^([^:]+):([^:]*)$", kind: "machine", parts: ["make", "series"], confidence: "likely" },
    { pattern: "^robot", kind: "machine", parts: [], confidence: "certain" },
    { pattern: "^Mr ", kind: "human", parts: [], confidence: "likely" },
  ],
  members: { make: "make" },
  otherwise: "unknown",
};

describe("a word", () => {
  it.each([
    ["captain", { kind: "human", confidence: "certain", parts: {} }],
    ["pilot", { kind: "machine", confidence: "ambiguous", why: "may be a person", parts: {} }],
    ["acme:x1", { kind: "machine", confidence: "likely", parts: { make: "acme", series: "x1" } }],
    ["acme:", { kind: "machine", confidence: "likely", parts: { make: "acme" } }],
    ["robot", { kind: "machine", confidence: "certain", parts: {} }],
    [
      "Mr A:b",
      {
        kind: "machine",
        confidence: "ambiguous",
        why: "another rule takes it for human",
        parts: { make: "Mr A", series: "b" },
      },
    ],
    ["Captain", { kind: "unknown", confidence: "none", parts: {} }],
    ["toString", { kind: "unknown", confidence: "none", parts: {} }],
    ["__proto__", { kind: "unknown", confidence: "none", parts: {} }],
    ["", { kind: "unknown", confidence: "none", parts: {} }],
  ])("%j", (word, mapped) => {
    expect(mapWord(source, word)).toEqual(mapped);
  });

  it("is never of a known kind unless an entry or a rule names it", () => {
    fc.assert(
      fc.property(fc.string(), (word) => {
        const named =
          Object.hasOwn(source.map, word) ||
          source.rules.some(({ pattern }) => new RegExp(pattern, "u").test(word));
        expect(mapWord(source, word).confidence === "none").toBe(!named);
        expect(mapWord(source, word).kind === "unknown").toBe(!named);
      }),
    );
  });

  it("keeps the parts of a structured form, and no kind", () => {
    expect(mapValue(source, { make: "acme", wheels: 4, toString: "x" })).toEqual({
      kind: "unknown",
      confidence: "none",
      parts: { make: "acme" },
    });
    for (const value of [null, 4, ["captain"], true]) expect(mapValue(source, value).confidence).toBe("none");
  });
});
