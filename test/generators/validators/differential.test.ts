import { afterAll, describe, expect, it } from "vitest";
import { hostileNames, plainNames } from "./arbitrary.ts";
import { disagreements, isKnownDissent } from "./differential.ts";
import { openFolder } from "./load.ts";

const folder = openFolder();
afterAll(folder.close);

/** Printed with every failure; the fuzz run draws others. */
const seed = 20_260_302;

describe("emitted validators and the other judges", () => {
  it("agree with the evaluator, whatever the names", async () => {
    const { found, pairs, accepted } = await disagreements(folder, {
      names: hostileNames,
      seed,
      runs: 60,
      peers: false,
    });
    expect(found, `seed ${seed}`).toEqual([]);
    // Both answers are common, or agreeing would say little.
    expect(Math.min(accepted, pairs - accepted)).toBeGreaterThan(pairs / 5);
  });

  it("agree with Ajv and TypeBox but for what is known of them", async () => {
    const { found } = await disagreements(folder, { names: plainNames, seed, runs: 60, peers: true });
    expect(
      found.filter((one) => !isKnownDissent(one)),
      `seed ${seed}`,
    ).toEqual([]);
  });
});
