import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { changedProject, killPublish, publishProcess, stateOf } from "../kit/kill.ts";

const built = existsSync("dist/cli.cjs");

it.skipIf(!built)(
  "a killed publish leaves the old registry or the new one (long form: npm run chaos)",
  async () => {
    for (const milliseconds of [0, 1, 2, 4, 8]) {
      const { state, wrong } = await killPublish({ after: "first write", milliseconds });
      expect(wrong, `killed ${milliseconds} ms after the first write`).toBeUndefined();
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
