import { writeSync } from "node:fs";
import { expect, it } from "vitest";
import { fuzzProject } from "../kit/fuzz-project.ts";
import { randomFrom } from "../kit/mutate.ts";
import { openPipeline } from "../kit/pipeline.ts";

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);
const seconds = Number(process.env.FUZZ_SECONDS ?? 60);

it(`mutated schemas and registries through every command, for ${seconds} s, from FUZZ_SEED=${seed}`, async () => {
  const pipeline = await openPipeline({ milliseconds: 20_000 });
  const end = Date.now() + seconds * 1000;
  const wrong: string[] = [];
  let runs = 0;
  // Each project has a seed of its own, so that a failing one can be made again alone: FUZZ_SEED=<its seed>.
  for (; Date.now() < end; runs += 1) {
    const found = await pipeline.run(fuzzProject(randomFrom(seed + runs)));
    for (const one of found) writeSync(1, `FUZZ_SEED=${seed + runs}: ${one}\n`);
    wrong.push(...found);
  }
  pipeline.close();
  writeSync(1, `${runs} projects from seed ${seed}\n`);
  expect(wrong).toEqual([]);
});
