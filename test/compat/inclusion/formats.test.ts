import { describe, expect, it } from "vitest";
import { formatKnowledge } from "../../../src/compat/inclusion/format-languages.ts";
import { formats } from "../../../src/formats/index.ts";
import { makeChance } from "./random-schema.ts";

describe.each([...formatKnowledge])("format %s", (name, { within, exact, samples }) => {
  const test = formats.get(name) ?? (() => false);
  const pattern = within === undefined ? undefined : new RegExp(within, "u");

  it("has samples of the format", () => {
    for (const sample of [...samples(0), ...samples(40), ...samples(90)]) {
      if (exact || pattern !== undefined) expect(pattern?.test(sample), sample).toBe(true);
    }
    expect(samples(0).every(test)).toBe(true);
    expect(samples(90).some(test)).toBe(true);
  });

  it.skipIf(pattern === undefined)("lies within its language, seen on damaged samples", () => {
    const chance = makeChance(11);
    const pool = [...samples(0), ...samples(30)];
    const characters = [..."0123456789abcdefABCDEF-:./@TZtz+~#% {}éP\u0000"];
    let accepted = 0;
    for (let round = 0; round < 20_000; round++) {
      const text = [...(pool[chance.below(pool.length)] ?? "")];
      for (let edits = chance.below(3); edits > 0; edits--) {
        const at = chance.below(text.length + 1);
        text.splice(at, chance.below(2), characters[chance.below(characters.length)] ?? "");
      }
      const damaged = text.join("");
      if (test(damaged)) {
        accepted++;
        expect(pattern?.test(damaged), damaged).toBe(true);
      } else if (exact) expect(pattern?.test(damaged), damaged).toBe(false);
    }
    expect(accepted).toBeGreaterThan(100);
  });
});
