import { describe, expect, it } from "vitest";
import { migrating } from "../kit/migrations.ts";
import type { Scratch } from "../kit/scratch.ts";

async function found(made: Scratch) {
  const { code, out } = await made.run("check", "--only", "migrations", "--json");
  const { findings } = JSON.parse(out);
  return {
    code,
    findings: findings.map(({ rule, message, line }: Record<string, unknown>) => ({ rule, message, line })),
  };
}

describe("the check of migrations", () => {
  it("is silent where every pair holds", async () => {
    expect(await found(await migrating())).toEqual({ code: 0, findings: [] });
  });

  it.each<readonly [string, (yaml: string) => string, string, RegExp]>([
    [
      "a step that does something else",
      (yaml) => yaml.replace("none: 0", "none: 1"),
      "MIGRATION_FIXTURE_DIFFERS",
      /it becomes .*"amount":1/,
    ],
    [
      "a pair it does not recognise",
      (yaml) => yaml.replace("when: { clerk:", "when: { waiter:"),
      "MIGRATION_FIXTURE_DIFFERS",
      /does not take it/,
    ],
    [
      "an end the version rejects",
      (yaml) => yaml.replaceAll("amount: 0 }", "amount: -1 }").replace("none: 0", "none: -1"),
      "MIGRATION_FIXTURE_REJECTED",
      /version 1 rejects "after": "\/amount"/,
    ],
    [
      "a start the shape rejects",
      (yaml) => yaml.replace("order_id: o-1, clerk", "order_id: 1, clerk"),
      "MIGRATION_FIXTURE_REJECTED",
      /shape "clerk" rejects "before": "\/order_id"/,
    ],
    [
      "an unknown version",
      (yaml) => yaml.replace("to: 1", "to: 7"),
      "MIGRATION_END_UNKNOWN",
      /has no version 7/,
    ],
    [
      "an unknown shape",
      (yaml) => yaml.replace("from: clerk", "from: waiter"),
      "MIGRATION_END_UNKNOWN",
      /no shape "waiter"/,
    ],
    ["an unknown step", (yaml) => yaml.replace("- move:", "- mvoe:"), "MALFORMED", /unknown key "mvoe"/],
    [
      "a removal without a reason",
      (yaml) => yaml.replace(", reason: nobody read it", ""),
      "MALFORMED",
      /reason/,
    ],
    ["a shape without a sign", (yaml) => yaml.replace(/when:.*\n/, ""), "MALFORMED", /nothing tells/],
    ["a way down", (yaml) => yaml.replace("from: clerk", "from: 2"), "MALFORMED", /leads upwards/],
    ["no pair", (yaml) => yaml.replace(/fixtures:[\s\S]*/, "fixtures: []\n"), "MALFORMED", /fixtures/],
  ])("names %s, in place", async (_, edit, rule, message) => {
    const { code, findings } = await found(await migrating(edit));
    expect(code).toBe(100);
    expect(findings).toContainEqual({
      rule,
      message: expect.stringMatching(message),
      line: expect.any(Number),
    });
  });

  it("wants a way out of every shape, and nothing else in the folders", async () => {
    const made = await migrating();
    made.remove("registry/shop.v1/OrderPlaced/migrations/clerk.yaml");
    made.write({ "registry/shop.v1/OrderPlaced/migrations/run.js": "process.exit()" });
    const { findings } = await found(made);
    expect(findings.map(({ rule }: { rule: string }) => rule).sort()).toEqual([
      "LEGACY_WITHOUT_MIGRATION",
      "MALFORMED",
    ]);
  });
});
