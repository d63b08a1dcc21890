import { writeSync } from "node:fs";
import { expect, it } from "vitest";
import { betrayed } from "../compat/inclusion/betrayed.ts";
import { type Mutated, openLaboratory } from "../compat/inclusion/mutate.ts";
import { mutants } from "../compat/inclusion/mutants.ts";

const seeds = Number(process.env["FUZZ_MUTANT_SEEDS"] ?? 2_000);

it(`${mutants.length} solvers with one line wrong: a fixture betrays each; how many the hunt finds in ${seeds} seeds`, async () => {
  const laboratory = await openLaboratory();
  const unnoticed: string[] = [];
  let hunted = 0;
  for (const mutant of mutants) {
    const engine = await laboratory.make(mutant);
    const fixture = betrayed(engine);
    const seed = caughtBy(engine);
    if (fixture === undefined) unnoticed.push(`${mutant.file}: ${mutant.put}`);
    if (seed !== undefined) hunted++;
    writeSync(1, `${mutant.file}: ${mutant.put}\n  ${fixture ?? "no fixture"}; ${seed ?? "no seed"}\n`);
  }
  await laboratory.close();
  writeSync(1, `the hunt finds ${hunted} of ${mutants.length}\n`);
  expect(unnoticed).toEqual([]);
  expect(hunted).toBeGreaterThan(mutants.length / 3);
});

function caughtBy({ hunt, newTally }: Mutated): number | undefined {
  const tally = newTally();
  for (let seed = 1; seed <= seeds; seed++) {
    for (const { seed: found } of hunt(seed, tally)) return found;
  }
  return undefined;
}
