import { describe, it } from "vitest";
import { holdReaders } from "../input/damaged-texts.ts";

const seconds = Number(process.env.FUZZ_SECONDS ?? 60);

describe(`the readers, for ${seconds} s`, () => {
  it("read damaged texts right or refuse them with a place", () => {
    holdReaders({
      numRuns: 1_000_000_000,
      interruptAfterTimeLimit: (seconds * 1000) / 2,
      ...(process.env.FC_SEED ? { seed: Number(process.env.FC_SEED) } : {}),
    });
  });
});
