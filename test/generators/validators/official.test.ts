import { afterAll, describe, expect, it } from "vitest";
import type { Dialect } from "../../../src/model.ts";
import { openFolder } from "./load.ts";
import { suiteGroups, suiteIsPresent, suiteRemotes } from "../../evaluate/suite.ts";

const folder = openFolder();
afterAll(folder.close);

/** Groups of the required tests that are not run, each with its reason. */
const exceptions: Readonly<Partial<Record<Dialect, readonly string[]>>> = {};

describe(suiteIsPresent ? "official suite" : "official suite (skipped: suite not present)", () => {
  it.skipIf(!suiteIsPresent).each(["draft-04", "draft-06", "draft-07", "2019-09", "2020-12"] as const)(
    "%s: every required test, by the guard and by the errors",
    async (dialect) => {
      const remotes = suiteRemotes();
      const wrong: string[] = [];
      let count = 0;
      for (const group of suiteGroups(dialect)) {
        if (exceptions[dialect]?.includes(group.description)) continue;
        const validator = await folder.load(group.schema, { dialect, remotes, formats: "annotate" });
        for (const test of group.tests) {
          count++;
          const accepted = validator.isThing(test.data);
          const errors = validator.validateThing(test.data);
          if (accepted !== test.valid || (errors.length === 0) !== test.valid) {
            wrong.push(`${group.file}: ${group.description}: ${test.description}`);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(count).toBeGreaterThan(600);
    },
  );
});
