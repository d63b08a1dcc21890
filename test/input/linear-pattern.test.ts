import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isProvedLinear } from "../../src/input/linear-pattern.ts";

const { checkSync } = createRequire(import.meta.url)("recheck/lib/browser.js");

describe("isProvedLinear", () => {
  it.each([
    "^[a-z]+$",
    "^sha256:[0-9a-f]{64}$",
    "^[a-z][a-z0-9]*(\\.[a-z0-9]+)*$",
    "^[^/]+(/[^/]+)*$",
    "^(([^/~])|(~[01]))*$",
    "^\\d{4}-\\d\\d-\\d\\d$",
    "^(a|b|cd)*$",
    "^x-",
    "-",
    "^$",
    "",
    "^\\p{L}+$",
    "^(?:[A-Z]{2}\\d*)?$",
    "^(?:a|b)$|^c$",
    "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
    "^(server|session:.+)$",
    "^(v2:sha256:[0-9a-f]{64}$|\\{)",
    "^(?!refs/)[^\\s~^:?*\\[\\\\]+$",
    "^(a|ab)*$",
    "^(?:foo|foobar|food)$",
    "^(ab|ac)*d$",
    "(?=a)b",
    "^(?!.$)[a-z]+(?<!x)$",
  ])("proves %s", (pattern) => {
    expect(isProvedLinear(pattern)).toBe(true);
  });

  it.each([
    "^(a+)+$",
    "^(a*)*$",
    "^(a|a)*$",
    "^(a|aa)+$",
    "^(\\w+\\s?)*$",
    "\\s+$",
    "a*b",
    "^(a?)*$",
    "(a|a)(a|a)(a|a)",
    "^(a?|b?)c$",
    "^(x{1,100}){1,100}y$",
    "^a*a*$",
    "^(a+)\\1$",
    "^(?!.*x)[a-z]+$",
    "\\bx",
    "^(?=(a|a)(a|a)(a|a)b)a+$",
    "^(.*),(.*),(.*)$",
    "^(ab|a|b)*$",
    "(",
    "^(?<n>a+)\\k<n>$",
    "^(.+)+$",
    "x{1,1000}y",
    "^(a{2})*(a{3})*$",
    // Two ways of reading nothing, thirty times: more than a thousand million at the end of every text.
    `^[a-z]*${"(?:$|)".repeat(30)}x`,
    // Backwards these are two ways each; forwards nothing is read after the end.
    `^[ab]*(?<=$${"(?:[ab]|[ab])".repeat(22)})x`,
    `^[ab]*(?<=[]${"(?:a|a)".repeat(22)})x`,
    "^(?:$){1000,}x",
    "((a{1,100}b){1,100}c){1,100}d",
  ])("says nothing of %s", (pattern) => {
    expect(isProvedLinear(pattern)).toBe(false);
  });

  it.each([
    ["what is written out again and again", `^${"(?:".repeat(8)}${"){16}".repeat(8)}$`],
    ["look-arounds written out", `^${"(?:".repeat(8)}(?=a)${"){16}".repeat(8)}$`],
    ["classes that overlap", `^(?:${Array.from({ length: 40 }, (_, at) => every(at + 1)).join("|")})x$`],
    [
      "many ranges in a loop",
      `^(?:${Array.from({ length: 150 }, (_, at) => scattered(at, 150)).join("|")})*$`,
    ],
  ])("gives up on %s before it takes long", (_, pattern) => {
    expect(isProvedLinear(pattern)).toBe(false);
  });

  it("proves nothing that recheck finds slow", () => {
    const pieces = [
      "a",
      "b",
      "[ab]",
      ".",
      "\\d",
      "(",
      ")",
      "(?:",
      "|",
      "*",
      "+",
      "?",
      "{2}",
      "{1,3}",
      "c",
      "$",
      "(?!",
      "(?=",
      "ab",
      "ac",
    ];
    const patterns = fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
      .map((parts) => `^${parts.join("")}$`);
    let proved = 0;
    fc.assert(
      fc.property(patterns, (pattern) => {
        if (!isProvedLinear(pattern)) return;
        proved += 1;
        expect(checkSync(pattern, "u", { timeout: 5_000 }).status, pattern).not.toBe("vulnerable");
      }),
      { numRuns: 2_000 },
    );
    expect(proved).toBeGreaterThan(50);
  });
});

/** A class of every second character, third, and so on. */
function every(step: number): string {
  const characters = Array.from({ length: 300 }, (_, at) => String.fromCodePoint(0x100 + at * (step + 1)));
  return `[${characters.join("")}]`;
}

/** A class of characters far apart, others for each number. */
function scattered(number: number, length: number): string {
  const characters = Array.from({ length }, (_, at) => String.fromCodePoint(0x100 + (at * 150 + number) * 2));
  return `[${characters.join("")}]`;
}
