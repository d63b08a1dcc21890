import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { changedProject, killPublish, publishProcess, stateOf } from "../kit/kill.ts";

const built = existsSync("dist/cli.js");

it.skipIf(!built)(
  "a killed publish leaves the old registry or the new one (long form: npm run chaos)",
  async () => {
    for (const milliseconds of [60, 120, 160, 200, 240, 300]) {
      const { state, wrong } = await killPublish(milliseconds);
      expect(wrong, `killed after ${milliseconds} ms`).toBeUndefined();
      expect(["old", "new"]).toContain(state);
    }
  },
);

it.skipIf(!built)(
  "of publishers at once one wins and the others are told; nothing is half-written",
  async () => {
    const made = await changedProject();
    const ended = await Promise.all(Array.from({ length: 4 }, () => publishProcess(made.folder)));
    expect(ended.filter(({ code }) => code === 0).length).toBeGreaterThan(0);
    for (const { code, err } of ended) if (code !== 0) expect(err).toContain("another publish is at work");
    expect(stateOf(made)).toEqual({ state: "new", wrong: undefined });
  },
);
