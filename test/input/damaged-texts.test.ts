import { describe, it } from "vitest";
import { holdReaders } from "./damaged-texts.ts";

describe("damaged texts", () => {
  it("are read right or refused with a place, never misread", () => {
    holdReaders({ numRuns: 1_500, ...(process.env.FC_SEED ? { seed: Number(process.env.FC_SEED) } : {}) });
  });
});
