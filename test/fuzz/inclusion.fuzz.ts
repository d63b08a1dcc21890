import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgePair, randomPair } from "../compat/inclusion/random-pairs.ts";

const seconds = Number(process.env["FUZZ_SECONDS"] ?? 60);

describe(`inclusion, for ${seconds} s`, () => {
  it("never contradicts a document", () => {
    const tally = { compatible: 0, incompatible: 0, undecided: 0 };
    const check = (seed: number) => {
      const pair = randomPair(seed);
      if (pair === undefined) return;
      for (const { from, to, verdict, against } of judgePair(pair, seed, 6)) {
        tally[verdict.verdict]++;
        expect(against, JSON.stringify({ seed, dialect: pair.dialect, from, to, verdict })).toBeUndefined();
      }
    };
    fc.assert(fc.property(fc.nat(), check), {
      numRuns: 1_000_000_000,
      interruptAfterTimeLimit: seconds * 1000,
      endOnFailure: true,
      ...(process.env["FC_SEED"] ? { seed: Number(process.env["FC_SEED"]) } : {}),
    });
    process.stdout.write(`${JSON.stringify(tally)}\n`);
  });
});
