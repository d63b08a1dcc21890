import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../../src/compat/inclusion/index.ts";
import { buildNfa, type Dfa, makeDfa, shortestWord } from "../../../src/compat/inclusion/regex/index.ts";
import { type Chance, makeChance } from "./random-schema.ts";

function dfaOf(source: string): Dfa {
  const nfa = buildNfa(source);
  if (nfa === undefined) throw new Error(`not modelled: ${source}`);
  return makeDfa(nfa);
}

const atoms = ["a", "b", "[ab]", "[^a]", ".", "\\d", "\\w", "c", "💧", "(?:a|bc)"] as const;
const looks = ["^", "$", "\\b", "\\B", "(?=a)", "(?!b)", "(?<=a)", "(?<!b)", "(?!ab$)"] as const;

function randomPattern(chance: Chance, depth: number): string {
  let pattern = "";
  for (let count = 1 + chance.below(3); count > 0; count--) {
    if (chance.chance(0.3)) pattern += chance.pick(looks);
    else {
      const group = depth > 0 && chance.chance(0.3);
      const atom = group
        ? `(${randomPattern(chance, depth - 1)}|${randomPattern(chance, depth - 1)})`
        : chance.pick(atoms);
      pattern += atom + chance.pick(["", "", "*", "?", "+", "{1,2}"]);
    }
  }
  return pattern;
}

const alphabet = ["a", "b", "c", "1", " ", "💧", "\n"] as const;

describe("string languages", () => {
  it("accept what the regular expression matches, word by word", () => {
    let accepted = 0;
    const check = (seed: number) => {
      const chance = makeChance(seed);
      const pattern = randomPattern(chance, 2);
      const nfa = buildNfa(pattern);
      if (nfa === undefined) return;
      const dfa = makeDfa(nfa);
      const expression = new RegExp(pattern, "u");
      for (let round = 0; round < 20; round++) {
        const word = Array.from({ length: chance.below(5) }, () => chance.pick(alphabet)).join("");
        let state = dfa.start;
        for (const character of word) state = dfa.step(state, character.codePointAt(0) ?? 0);
        const says = dfa.accepts(state);
        expect(says, `${pattern} on ${JSON.stringify(word)}`).toBe(expression.test(word));
        if (says) accepted++;
        expect(dfa.dead(state) && says).toBe(false);
        expect(dfa.universal(state) && !says).toBe(false);
      }
    };
    fc.assert(fc.property(fc.nat(2 ** 30), check), { numRuns: 600, seed: 3, endOnFailure: true });
    expect(accepted).toBeGreaterThan(500);
  });

  it.each(["^\\p{Lu}$", "^[^\\p{Nd}_]$", "^[\\p{Script=Kawi}\\P{L}\\]]$"])(
    "%s knows each character as the regular expressions of this machine do",
    (pattern) => {
      const dfa = dfaOf(pattern);
      const expression = new RegExp(pattern, "u");
      const wrong: number[] = [];
      for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
        const says = dfa.accepts(dfa.step(dfa.start, codePoint));
        if (says !== expression.test(String.fromCodePoint(codePoint))) wrong.push(codePoint);
      }
      expect(wrong.slice(0, 3)).toEqual([]);
    },
  );

  it("take no script they do not know for letters", () => {
    // Younger than the parser's tables; a name nobody knows is read without the u flag, as letters.
    const kawi = { type: "string", pattern: "^\\p{Script=Kawi}$" };
    expect(decide(kawi, { minLength: 14 }).verdict).toBe("incompatible");
    expect(decide({ type: "string", pattern: "^\\p{Script=Nope}$" }, { minLength: 14 }).verdict).toBe(
      "compatible",
    );
  });

  it.each([
    ["^a\\-b$", "a-b", true],
    ["^.$", "💧", false],
    ["^..$", "💧", true],
    ["^[^\\-]$", "a", true],
    ["^\\-?.$", "💧", false],
  ])("read %s without the u flag where it needs that: %s %s", (pattern, word, matches) => {
    // Each of these is spoilt for the u flag by a needless escape.
    const spoilt = pattern.includes("\\-") ? pattern : `${pattern}|\\-{9}`;
    const dfa = dfaOf(spoilt);
    let state = dfa.start;
    for (const character of word) state = dfa.step(state, character.codePointAt(0) ?? 0);
    expect(dfa.accepts(state)).toBe(new RegExp(spoilt).test(word));
    expect(dfa.accepts(state)).toBe(matches);
  });

  it.each(["(a)\\1", "\\B", "(?<!a)b?", "(?=\\bfoo)x", "a{1,65535}b{1,65535}"])(
    "say nothing of %s",
    (pattern) => {
      expect(buildNfa(pattern)).toBeUndefined();
    },
  );

  it("find the shortest word between bounds, without the avoided ones", () => {
    const languages = [{ dfa: dfaOf("^(ab)*$"), wanted: true }];
    const ask = (minLength: number, maxLength: number, avoid: readonly string[] = []) =>
      shortestWord({ languages, avoid: new Set(avoid), minLength, maxLength });
    expect(ask(0, 9)).toEqual({ word: "" });
    expect(ask(1, 9)).toEqual({ word: "ab" });
    expect(ask(3, 3)).toBe("none");
    expect(ask(0, 3, ["", "ab"])).toBe("none");
    expect(ask(0, 9, ["", "ab"])).toEqual({ word: "abab" });
  });

  it("give up on a product with too many states instead of building it", () => {
    const languages = ["^(a|b)*a(a|b){20}$", "^(a|b)*b(a|b){20}$"].map((source) => ({
      dfa: dfaOf(source),
      wanted: true,
    }));
    const answer = shortestWord({
      languages,
      avoid: new Set(),
      minLength: 0,
      maxLength: Number.POSITIVE_INFINITY,
    });
    expect(answer).toBe("too large");
  });
});
