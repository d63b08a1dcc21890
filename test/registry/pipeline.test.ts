import { afterAll, beforeAll, expect, it } from "vitest";
import { fuzzProject } from "../kit/fuzz-project.ts";
import { randomFrom } from "../kit/mutate.ts";
import { openPipeline, type Pipeline } from "../kit/pipeline.ts";

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await openPipeline({ milliseconds: 30_000 });
});
afterAll(() => pipeline.close());

// 1030 once wrote an escape sequence to the terminal. The long form is `npm run fuzz`, which takes new seeds.
it.each([1, 2, 3, 1030])(
  "a mutated project (seed %i) goes through every command without a crash, a hang or an escape",
  async (seed) => {
    expect(await pipeline.run(fuzzProject(randomFrom(seed)))).toEqual([]);
  },
);
