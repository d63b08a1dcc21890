import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { readYaml } from "../../src/input/index.ts";
import { declaredInvariants } from "../../src/invariants/index.ts";
import { readMigration, upgrade } from "../../src/migrate/index.ts";
import { mapWord, vocabulariesOf } from "../../src/vocabulary/index.ts";

function shown(page: string, language: string): string {
  const [, example] =
    new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(readFileSync(page, "utf8")) ?? [];
  return example ?? expect.fail(`${page} shows no ${language}`);
}

it("docs/migrations.md shows a migration that does what it says", () => {
  const migration = readMigration(
    readYaml(shown("docs/migrations.md", "yaml"), { file: "docs", profile: "registry" }),
  );
  for (const { before, after } of migration.fixtures)
    expect(upgrade(before, { version: undefined, rungs: [migration] }).value).toEqual(after);
  expect(migration.fixtures).toHaveLength(1);
});

it("docs/invariants.md shows a rule with a check", () => {
  const schema = JSON.parse(`{${shown("docs/invariants.md", "json")}}`);
  const { invariants, problems } = declaredInvariants(schema);
  expect([invariants.length, problems]).toEqual([1, []]);
});

it("docs/vocabularies.md shows a vocabulary that flags what is ambiguous", () => {
  const settings = parse(shown("docs/vocabularies.md", "yaml"));
  const [vocabulary] = vocabulariesOf("mission.v1", settings, (_, message) => expect.fail(message));
  const [kinds, free] = vocabulary?.sources ?? [];
  if (kinds === undefined || free === undefined) return expect.fail("two sources");
  expect(mapWord(kinds, "agent").confidence).toBe("ambiguous");
  expect(mapWord(free, "claude:opus")).toMatchObject({
    kind: "llm",
    parts: { tool: "claude", model: "opus" },
  });
});
