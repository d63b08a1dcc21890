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
  ])("says nothing of %s", (pattern) => {
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
