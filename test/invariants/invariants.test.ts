import { describe, expect, it } from "vitest";
import { breaches, declaredInvariants } from "../../src/invariants/index.ts";
import type { Json, JsonObject } from "../../src/model.ts";
import { actorSchema, project, published } from "../kit/project.ts";

const root: JsonObject = {
  rule: "A root says so.",
  check: { when: [{ cause: null }, { cause: { present: false } }], equal: ["/group", "/id"] },
};

function broken(check: Json, instance: Json): readonly string[] {
  const { invariants, problems } = declaredInvariants({
    "x-invariants": ["Words alone.", { rule: "So.", check }],
  });
  expect(problems).toEqual([]);
  return breaches(invariants, instance).map(({ pointer }) => pointer);
}

describe("a declared rule", () => {
  it.each<readonly [Json, Json, readonly string[]]>([
    [root["check"] ?? null, { id: "a", group: "a", cause: null }, []],
    [root["check"] ?? null, { id: "a", group: "b", cause: null }, ["/group"]],
    [root["check"] ?? null, { id: "a", group: "b" }, ["/group"]],
    [root["check"] ?? null, { id: "a", group: "b", cause: "c" }, []],
    [{ equal: ["/a", "/b"] }, { a: { x: [1], y: 2 }, b: { y: 2.0, x: [1] } }, []],
    [{ equal: ["/a", "/b"] }, { a: 1 }, []],
    [{ ordered: ["/from", "/to"] }, { from: 2, to: 1 }, ["/from"]],
    [{ ordered: ["/from", "/to"] }, { from: 1, to: 1 }, []],
    [{ ordered: ["/from", "/to"] }, { from: "2026-01-01T12:00:00+02:00", to: "2026-01-01T10:00:00Z" }, []],
    [{ ordered: ["/from", "/to"] }, { from: "2026-01-01T12:00:00Z", to: "2026-01-01T11:59:59Z" }, ["/from"]],
    [{ ordered: ["/from", "/to"] }, { from: "b", to: "a" }, []],
    [{ when: { force: true }, filled: "/reason" }, { force: true, reason: " " }, ["/reason"]],
    [{ when: { force: true }, filled: "/reason" }, { force: true }, ["/reason"]],
    [{ when: { force: true }, filled: "/reason" }, { force: true, reason: "hurry" }, []],
    [{ when: { force: true }, filled: "/reason" }, { force: false, reason: null }, []],
    [{ filled: "/list" }, { list: [] }, ["/list"]],
    [{ equal: ["/toString", "/valueOf"] }, {}, []],
  ])("%j of %j", (check, instance, pointers) => {
    expect(broken(check, instance)).toEqual(pointers);
  });

  it.each<Json>([
    { equal: ["/a"] },
    { equal: ["/a", "/b"], filled: "/c" },
    {},
    { eqaul: ["/a", "/b"] },
    { filled: "a" },
  ])("is refused where it checks nothing: %j", (check) => {
    const { invariants, problems } = declaredInvariants({ "x-invariants": [{ rule: "So.", check }] });
    expect(invariants).toEqual([]);
    expect(problems[0]?.pointer).toBe("/x-invariants/0");
  });
});

const ruled = {
  ...actorSchema,
  properties: { ...actorSchema.properties, alias: { type: "string", description: "The same again." } },
  "x-invariants": [{ rule: "An alias is the name.", check: { equal: ["/alias", "/agent"] } }],
};

describe("the rules of a subject", () => {
  it("are held by validate, in a document and in a payload, and say their words", async () => {
    const made = await published();
    made.write({ "registry/shop.v1/Actor/schema.json": ruled, "a.json": { agent: "ada", alias: "bob" } });
    expect((await made.run("publish", "--dependents")).code).toBe(0);
    const { code, out } = await made.run("validate", "shop.v1/Actor", "a.json");
    expect(out).toContain("/alias x-invariants: breaks a rule: An alias is the name");
    expect(code).toBe(100);
    made.write({ "a.json": { agent: "ada", alias: "ada" } });
    expect((await made.run("validate", "shop.v1/Actor", "a.json")).code).toBe(0);
  });

  it("are held by the valid examples, and a check that cannot be read is a finding", async () => {
    const made = project();
    made.write({
      "registry/shop.v1/Actor/schema.json": ruled,
      "registry/shop.v1/Actor/examples/valid/two-names.json": { agent: "ada", alias: "bob" },
      "registry/shop.v1/OrderPlaced/schema.json": {
        ...actorSchema,
        "x-invariants": [{ rule: "So.", chekc: {} }],
      },
    });
    const { out } = await made.run("check", "--only", "invariants", "--json");
    const rules = JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule);
    expect(rules.sort()).toEqual(["EXAMPLE_BREAKS_INVARIANT", "INVARIANT_MALFORMED"]);
  });
});
