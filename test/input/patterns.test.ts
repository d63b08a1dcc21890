import { describe, expect, it } from "vitest";
import { checkPattern, checkPatterns } from "../../src/input/patterns.ts";

// Generous, so that a busy machine gives the same verdicts.
const patient = { each: 20_000, all: 40_000 };

describe("checkPatterns", () => {
  it("asks in whole milliseconds, whatever clock its limits come from", async () => {
    const limits = { each: 20_000.5, all: 40_000.25 };
    expect(await checkPattern("^(?!whole)[^\\s~^:?*]+$", limits)).toEqual({ verdict: "safe" });
  });

  it("tells safe patterns from those that backtrack, and shows a text that proves it", async () => {
    const exponential = ["^(a+)+$", "^(a|a)*$", "^(\\w+\\s?)*$", "^(([a-z])+.)+[A-Z]([a-z])+$"];
    const safe = ["^[a-z]+$", "^[a-z][a-z0-9]*(\\.[a-z0-9]+)*\\.v[1-9]\\d*$", "^[^/]+(/[^/]+)*$"];
    const verdicts = await checkPatterns([...exponential, ...safe, "\\s+$"], patient);
    for (const pattern of safe) expect(verdicts.get(pattern)).toEqual({ verdict: "safe" });
    for (const pattern of exponential) {
      const verdict = verdicts.get(pattern);
      expect(verdict).toMatchObject({ verdict: "vulnerable", growth: "exponential" });
      if (verdict?.verdict !== "vulnerable") continue;
      expect(verdict.shown).toMatch(/repeat\(\d+\)/);
      // The attack is refused by the pattern: only then it has tried everything. A short prefix of it stands for it.
      expect(new RegExp(pattern, "u").test(verdict.attack.slice(0, 8) + verdict.attack.slice(-1))).toBe(
        false,
      );
    }
    expect(verdicts.get("\\s+$")).toMatchObject({ growth: "polynomial", degree: 2 });
  });

  it("is undecided where a check does not end, and goes on with the next", async () => {
    const verdicts = await checkPatterns(["a{1,1000}".repeat(30), "^b$"], { each: 1_500, all: 30_000 });
    expect([...verdicts.values()].map(({ verdict }) => verdict)).toEqual(["undecided", "safe"]);
  });

  it("does not call a pattern safe that grows by its own length", async () => {
    expect(await checkPattern(`^${"(a|a)".repeat(40)}$`, { each: 1_500 })).toMatchObject({
      verdict: "undecided",
    });
  });

  it("is undecided about what is no pattern, and about all when there is no time", async () => {
    expect(await checkPattern("(")).toMatchObject({ verdict: "undecided" });
    expect(await checkPattern("\\bno", { all: 0 })).toMatchObject({ verdict: "undecided" });
    expect(await checkPattern("\\bno", patient)).toEqual({ verdict: "safe" });
  });
});
