import { describe, expect, test } from "vitest";
import { emitTypes } from "../../../generators/types/index.ts";
import { type Group, groups, remotes, suiteFolder, suiteIsHere } from "./suite.ts";
import { compile, literalType } from "./tsc.ts";

const title = suiteIsHere ? "the official suite" : `the official suite (skipped: ${suiteFolder} not present)`;

/** Each group's types, and a file that assigns every valid instance to them, as a value and as a fresh literal. */
async function filesOf(all: readonly Group[]): Promise<ReadonlyMap<string, string>> {
  const known = remotes();
  const files = new Map<string, string>();
  for (const [number, { schema, dialect, tests }] of all.entries()) {
    const { text } = await emitTypes(schema, { name: "Root", dialect, remotes: known });
    files.set(`group-${number}.ts`, text);
    const valid = tests.filter((each) => each.valid);
    const lines = valid.map(
      ({ data }, at) => `declare const i${at}: ${literalType(data)}; export const v${at}: Root = i${at};`,
    );
    files.set(
      `valid-${number}.ts`,
      [`import type { Root } from "./group-${number}.js";`, ...lines].join("\n"),
    );
  }
  return files;
}

describe.skipIf(!suiteIsHere)(title, () => {
  test("no crash, no output that tsc refuses, no valid instance that does not fit", async () => {
    const all = groups();
    const errors = compile(await filesOf(all));
    const told = errors.map(({ file, line, text }) => {
      const group = all[Number(/\d+/.exec(file)?.[0])];
      return `${group?.draft} ${group?.file} ${group?.description} line ${line}: ${text}`;
    });
    expect(told).toEqual([]);
    expect(all.length).toBeGreaterThan(900);
  });
});
