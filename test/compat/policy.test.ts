import { expect, it } from "vitest";
import { lookedBackAt, policies } from "../../src/compat/policy.ts";
import { rules } from "../../src/compat/rules/index.ts";

const history = [1, 2, 3, 4].map((number) => ({ number, withdrawn: number === 4, barrier: number === 2 }));

it.each([
  ["additive", [3, 2]],
  ["backward", [3]],
  ["full_transitive", [3, 2]],
] as const)("%s looks back at %j", (name, numbers) => {
  expect(lookedBackAt(history, policies[name]).map(({ number }) => number)).toEqual(numbers);
});

it("a withdrawn barrier still is one", () => {
  const withdrawn = [1, 2, 3].map((number) => ({ number, withdrawn: number === 2, barrier: number === 2 }));
  expect(lookedBackAt(withdrawn, policies.additive).map(({ number }) => number)).toEqual([3]);
});

it("forbids only facts that a rule states", () => {
  const ids = rules.map(({ id }) => id);
  for (const { forbids } of Object.values(policies))
    expect(ids).toEqual(expect.arrayContaining([...forbids]));
});
