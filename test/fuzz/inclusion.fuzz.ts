import { writeSync } from "node:fs";
import { expect, it } from "vitest";
import { hunt, newTally } from "../compat/inclusion/hunt.ts";

const seconds = Number(process.env["FUZZ_SECONDS"] ?? 60);
const pairs = Number(process.env["FUZZ_PAIRS"] ?? Number.POSITIVE_INFINITY);
const first = Number(process.env["FUZZ_SEED"] ?? Date.now() % 1_000_000_000);

/** One seed, one pair: a run that was stopped goes on with FUZZ_SEED=<the next seed it printed>. */
it(`inclusion, for ${seconds} s from FUZZ_SEED=${first}: no verdict is contradicted`, () => {
  const tally = newTally();
  const end = performance.now() + seconds * 1000;
  let wrong = 0;
  let seed = first;
  for (; tally.pairs < pairs && performance.now() < end; seed++) {
    for (const contradiction of hunt(seed, tally)) {
      wrong++;
      writeSync(1, `${JSON.stringify(contradiction)}\n`);
    }
    if ((seed - first) % 20_000 === 19_999)
      writeSync(1, `next FUZZ_SEED=${seed + 1} ${JSON.stringify(tally)}\n`);
  }
  writeSync(1, `next FUZZ_SEED=${seed} ${JSON.stringify(tally)}\n`);
  expect(wrong).toBe(0);
});
