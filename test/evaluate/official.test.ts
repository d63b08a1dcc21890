import { describe, expect, it } from "vitest";
import { evaluator } from "../../src/evaluate/index.ts";
import type { Dialect } from "../../src/model.ts";
import { suiteGroups, suiteIsPresent, suiteNames, suiteRemotes } from "./suite.ts";

/** Required tests we answer differently, each with its reason. */
const exceptions: readonly { readonly test: string; readonly reason: string }[] = [];

describe.skipIf(!suiteIsPresent)("the official suite, required tests (skipped: suite not present)", () => {
  const remotes = suiteIsPresent ? suiteRemotes() : new Map();
  for (const dialect of Object.keys(suiteNames) as Dialect[]) {
    it(`${dialect}: every answer is the suite's`, () => {
      const wrong: string[] = [];
      let asked = 0;
      for (const group of suiteGroups(dialect)) {
        const judge = evaluator(group.schema, { dialect, remotes });
        for (const test of group.tests) {
          asked++;
          const name = `${dialect}/${group.file}: ${group.description}: ${test.description}`;
          let answers: unknown;
          try {
            const record = judge.declaredMembers(test.data) !== undefined;
            answers = [judge.accepts(test.data), judge.evaluate(test.data).valid, record];
          } catch (error) {
            answers = String(error);
          }
          if (JSON.stringify(answers) !== JSON.stringify([test.valid, test.valid, test.valid])) {
            wrong.push(`${name}: ${answers}, not ${test.valid}`);
          }
        }
      }
      expect(asked).toBeGreaterThan(500);
      expect(wrong.filter((line) => !exceptions.some(({ test }) => line.startsWith(test)))).toEqual([]);
    });
  }
});
