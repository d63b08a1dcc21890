import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { openFolder } from "./load.ts";

const folder = openFolder();
afterAll(folder.close);

const patterns = [
  "^a$",
  "^a",
  "a$",
  "a",
  "",
  "^$",
  "^",
  "$",
  "^ab{2}c$",
  "^[0-9]{2}$",
  "^[0-9]{0,2}$",
  "^[a-z]+$",
  "^[a-z]*$",
  "^[^a]+$",
  "^[^a]*$",
  "^[^a]{2}$",
  "^\\d{1,3}$",
  "^\\D+$",
  "^\\w+$",
  "^\\W*$",
  "^[\\w-]+$",
  "^[\\x00-\\x1f]*$",
  "^[a/]+$",
  "^[\\]^-]+$",
  "^[<>&]+$",
  "^[\u00e0-\u00ff]+$",
  "^.$",
  "^\\u{41}$",
  "^\\u0041$",
  "^[A-Z][a-z]*$",
  "^(ab)+$",
  "^a|b$",
  "^[a-c]{2}[0-9]$",
  "\\p{L}",
  "^\\/$",
  "^a{0}$",
];

const repeated = [
  "^[a-c]{4}$",
  "^[0-9a-f]{64}$",
  "^sha256:[0-9a-f]{17}$",
  "^\\d{4}-\\d{2}$",
  "a{5}b?",
  "^(ab){4}$",
  "^[a-c]{4}?[a-z]{0,2}$",
  "^.{16}$",
  "\\p{Lu}{6}",
  "^\\u{1f600}{4}$",
  "^\u{1f600}{4}$",
  "^[^a]{31}$",
  "^1{4}1$",
];

describe("patterns", () => {
  it.each(repeated)("%s matches what it matched before repetitions were written out", async (pattern) => {
    const { isThing } = await folder.load({ pattern });
    const expression = new RegExp(pattern, "u");
    const matching = fc.stringMatching(expression);
    const near = fc
      .tuple(matching, fc.nat(), fc.constantFrom("", "a", "1", "\u{1f600}"), fc.nat(1))
      .map(([text, at, put, cut]) => {
        const from = at % (text.length + 1);
        return text.slice(0, from) + put + text.slice(from + cut);
      });
    fc.assert(
      fc.property(fc.oneof(matching, near), (drawn) => isThing(drawn) === expression.test(drawn)),
      { numRuns: 100 },
    );
  });

  it.each(patterns)("%s matches what the expression matches", async (pattern) => {
    const { isThing } = await folder.load({ pattern });
    const expression = new RegExp(pattern, "u");
    const text = fc.oneof(
      fc.string({
        unit: fc.constantFrom(..."abcAZ019-_/]^<>&. \n\0\u00e9\u2028", "\u{1f600}", "\ud800"),
        maxLength: 4,
      }),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    fc.assert(fc.property(text, (drawn) => isThing(drawn) === expression.test(drawn)));
  });

  it("that are expressions only without the u flag are read so", async () => {
    const { isThing } = await folder.load({ pattern: "^a\\-b$" });
    expect(isThing("a-b")).toBe(true);
  });

  it("that are no expressions are refused when emitting", async () => {
    await expect(folder.load({ pattern: "(" })).rejects.toThrow("not a regular expression");
  });
});
