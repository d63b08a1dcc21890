import { describe, expect, it } from "vitest";
import { actorSchema, placedSchema, published } from "../kit/project.ts";
import type { Finding } from "../../src/model.ts";
import type { Scratch } from "../kit/scratch.ts";

interface Judged {
  readonly code: number;
  readonly rules: readonly string[];
  readonly findings: readonly Finding[];
}

type Edit = (schema: typeof placedSchema) => unknown;

const draft = "registry/shop.v1/OrderPlaced/schema.json";

async function judged(edit: Edit, yaml?: string): Promise<Judged> {
  const made = await published();
  if (yaml !== undefined) made.write({ "registry/shop.v1/namespace.yaml": yaml });
  made.write({ [draft]: edit(placedSchema) });
  return findingsOf(made);
}

async function findingsOf(made: Scratch): Promise<Judged> {
  const { code, out } = await made.run("check", "--only", "compatibility", "--json");
  const { findings }: { findings: readonly Finding[] } = JSON.parse(out);
  const errors = findings.filter((one) => one.severity === "error");
  return {
    code,
    rules: [...new Set(errors.map((one) => one.rule))].sort(),
    findings,
  };
}

const member =
  (name: string, schema: unknown): Edit =>
  (old) => ({ ...old, properties: { ...old.properties, [name]: schema } });

describe("a pull request", () => {
  it("passes when it adds an optional member, and the addition is listed", async () => {
    const { code, findings } = await judged(member("note", { type: "string", description: "A note." }));
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["PROPERTY_ADDED_OPTIONAL", "info"],
    ]);
    expect(code).toBe(0);
  });

  it.each<[string, Edit, string]>([
    [
      "removes a member",
      ({ properties: { amount: _gone, ...properties }, ...old }) => ({ ...old, properties }),
      "PROPERTY_REMOVED",
    ],
    [
      "makes a member required",
      (old) => ({ ...old, required: [...old.required, "amount"] }),
      "REQUIRED_ADDED",
    ],
    ["changes a type", member("amount", { type: "string", description: "Cents." }), "TYPE_CHANGED"],
    [
      "tightens a bound",
      member("amount", { type: "integer", description: "Cents.", minimum: 10 }),
      "BOUND_TIGHTENED",
    ],
  ])("fails when it %s, with rule, both versions and a witness in place", async (_name, edit, rule) => {
    const { code, findings } = await judged(edit);
    const found = findings.find((one) => one.rule === rule && one.severity === "error");
    expect(found).toMatchObject({
      subject: "shop.v1/OrderPlaced",
      from: "shop.v1/OrderPlaced@1",
      to: "shop.v1/OrderPlaced@2",
    });
    expect(found?.line).toBeGreaterThan(0);
    expect(code).toBe(100);
  });

  it("is judged at the version it publishes, not only at its draft", async () => {
    const made = await published();
    made.write({ "registry/shop.v1/namespace.yaml": "title: Orders\nowners: [shop]\npolicy: none\n" });
    made.write({ [draft]: { ...placedSchema, required: [...placedSchema.required, "amount"] } });
    expect((await made.run("publish")).code).toBe(0);
    made.write({ "registry/shop.v1/namespace.yaml": "title: Orders\nowners: [shop]\npolicy: additive\n" });
    expect((await findingsOf(made)).rules).toContain("REQUIRED_ADDED");
  });

  it("looks back past the latest version: a removed member may not come back as something else", async () => {
    const made = await published();
    const none = "title: Orders\nowners: [shop]\npolicy: none\n";
    made.write({ "registry/shop.v1/namespace.yaml": none });
    const { amount: _gone, ...properties } = placedSchema.properties;
    made.write({
      [draft]: { ...placedSchema, properties },
      "registry/shop.v1/OrderPlaced/examples/invalid/negative.json": {
        instance: {},
        keyword: "required",
        pointer: "",
        why: "x",
      },
    });
    await made.run("publish");
    made.write({ "registry/shop.v1/namespace.yaml": "title: Orders\nowners: [shop]\npolicy: additive\n" });
    made.write({
      [draft]: {
        ...placedSchema,
        properties: { ...properties, amount: { type: "string", description: "?" } },
      },
    });
    const { code, findings } = await findingsOf(made);
    expect(findings.some((one) => one.from === "shop.v1/OrderPlaced@1" && one.severity === "error")).toBe(
      true,
    );
    expect(code).toBe(100);
  });

  it("is judged in what refers to it, rebuilt on it, where it breaks nothing itself", async () => {
    const made = await published();
    made.write({ "registry/shop.v1/namespace.yaml": "title: Orders\nowners: [shop]\npolicy: full\n" });
    const closed = {
      allOf: [{ $ref: "urn:waybill:shop.v1:Actor" }],
      unevaluatedProperties: false,
      description: "Who.",
    };
    const properties = { ...placedSchema.properties, by: closed };
    made.write({ [draft]: { ...placedSchema, properties } });
    expect((await made.run("publish")).code).toBe(0);
    const grown = { ...actorSchema.properties, team: { type: "string", description: "Whose." } };
    made.write({ "registry/shop.v1/Actor/schema.json": { ...actorSchema, properties: grown } });
    const { code, findings } = await findingsOf(made);
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ subject, rule }) => [subject, rule])).toEqual([
      ["shop.v1/OrderPlaced", "PROPERTY_ADDED_TO_CLOSED"],
    ]);
    expect(errors[0]?.message).toMatch(
      /^rebuilt on the draft of "shop.v1\/Actor": at "by": property "team" was added/,
    );
    expect(errors[0]?.witness?.rejectedBy).toBe("shop.v1/OrderPlaced@2");
    expect(code).toBe(100);
  });

  it("is judged in what refers to it, silently where all is well", async () => {
    const made = await published();
    const grown = { ...actorSchema.properties, team: { type: "string", description: "Whose." } };
    made.write({ "registry/shop.v1/Actor/schema.json": { ...actorSchema, properties: grown } });
    const { code, findings } = await findingsOf(made);
    expect(findings.map(({ subject, rule }) => [subject, rule])).toEqual([
      ["shop.v1/Actor", "PROPERTY_ADDED_OPTIONAL"],
    ]);
    expect(code).toBe(0);
  });

  it("is held to tombstones", async () => {
    const yaml =
      "title: Orders\nowners: [shop]\npolicy: additive\ntombstones: [{ name: order_number, reason: replaced by order_id }]\n";
    const { code, rules } = await judged(member("order_number", { type: "integer", description: "?" }), yaml);
    expect(rules).toContain("TOMBSTONE_REUSED");
    expect(code).toBe(100);
  });

  it("that breaks is refused by publish too, and nothing is written", async () => {
    const made = await published();
    made.write({ "registry/shop.v1/Actor/schema.json": { ...actorSchema, required: [], properties: {} } });
    const before = made.snapshot();
    const { code, out } = await made.run("publish");
    expect(out).toContain("PROPERTY_REMOVED");
    expect(code).toBe(100);
    expect(made.snapshot()).toEqual(before);
  });
});
