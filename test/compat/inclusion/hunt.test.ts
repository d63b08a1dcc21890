import { expect, it } from "vitest";
import { hunt, newTally } from "./hunt.ts";

const first = 500_000_000;
const seeds = 1_600;

it(`no verdict is contradicted, by documents or by how the pair was made (seeds ${first} to ${first + seeds - 1})`, () => {
  const tally = newTally();
  for (let seed = first; seed < first + seeds; seed++) {
    for (const contradiction of hunt(seed, tally)) expect.fail(JSON.stringify(contradiction));
  }
  expect(tally.pairs).toBeGreaterThan(1_000);
  expect(tally.compatible).toBeGreaterThan(800);
  expect(tally.documents).toBeGreaterThan(12_000);
  // Completeness has a bar too: one in a thousand.
  expect(tally.undecided / tally.questions).toBeLessThan(0.001);
});
