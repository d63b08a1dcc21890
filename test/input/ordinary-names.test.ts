import { describe, expect, it } from "vitest";
import { project } from "../kit/project.ts";

// As members of data these are names like any other, from the reader to the last command.
const names = ["__proto__", "constructor", "toString", "hasOwnProperty", ""];
/** All but the one that no published schema may name yet. */
const declarable = names.filter((name) => name !== "__proto__");
/** An object with one own member: a literal would set the prototype. */
const own = (name: string, value: unknown) => `{${JSON.stringify(name)}:${JSON.stringify(value)}}`;

async function tallies() {
  const made = project();
  made.write({
    "registry/shop.v1/Tally/schema.json": {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Tally",
      description: "Counts by name.",
      type: "object",
      additionalProperties: { type: "integer" },
    },
    "registry/shop.v1/Whole/schema.json": {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Whole",
      description: "Has every name.",
      type: "object",
      required: declarable,
    },
  });
  const { code, out, err } = await made.run("publish");
  expect(out + err).toContain("shop.v1/Tally@1");
  expect(code).toBe(0);
  return made;
}

describe("validate", () => {
  it.each(names)("judges the member %j", async (name) => {
    const made = await tallies();
    made.write({ "data.jsonl": `${own(name, 1)}\n${own(name, "x")}\n` });
    const { code, out } = await made.run("validate", "shop.v1/Tally", "data.jsonl");
    expect(out).toContain(`data.jsonl:2: /${name} `);
    expect(out).toContain("2 lines: 1 valid, 1 invalid");
    expect(code).toBe(100);
  });

  it("groups what is wrong by such names, and misses each of them", async () => {
    const made = await tallies();
    made.write({ "data.jsonl": `{${names.map((name) => `${JSON.stringify(name)}:"x"`).join()}}\n{}\n` });
    const all = await made.run("validate", "shop.v1/Tally", "data.jsonl", "--summary");
    for (const name of names) expect(all.out).toContain(`/${name} `);
    const whole = await made.run("validate", "shop.v1/Whole", "data.jsonl", "--json");
    expect(JSON.parse(whole.out)).toMatchObject({ valid: 1, invalid: 1 });
    for (const name of declarable)
      expect(whole.out).toContain(JSON.stringify(`member "${name}" is missing`).slice(1, -1));
  });

  it("knows them as undeclared where a writer is judged", async () => {
    const made = await tallies();
    made.write({ "data.jsonl": `${own("__proto__", 1)}\n` });
    const { out } = await made.run("validate", "shop.v1/Actor", "data.jsonl", "--strict");
    expect(out).toContain('member "agent" is missing');
    made.write({ "data.jsonl": '{"agent":"x","__proto__":1}\n' });
    const strict = await made.run("validate", "shop.v1/Actor", "data.jsonl", "--strict");
    expect(strict.out).toContain('member "__proto__" is not declared');
    expect((await made.run("validate", "shop.v1/Actor", "data.jsonl")).code).toBe(0);
  });
});

it("a journal keeps them, upgraded or not", async () => {
  const made = await tallies();
  made.write({
    "registry/shop.v1/Tally/legacy/old.schema.json": {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      required: ["constructor"],
    },
    "registry/shop.v1/Tally/migrations/old.yaml": `from: old
to: 1
when: { constructor: old }
steps:
  - rename: { field: /toString, to: __proto__ }
  - map: { field: /constructor, words: { old: 1 } }
  - default: { field: "/", value: 5 }
fixtures:
  - before: { constructor: old, toString: 2 }
    after: { constructor: 1, __proto__: 2, "": 5 }
`,
    "data.jsonl": '{"constructor":"old","toString":7}\n{"__proto__":3,"":4}\n',
  });
  expect((await made.run("check", "--only", "migrations")).out).toContain("no findings");
  const { code, out } = await made.run("journal", "upgrade", "data.jsonl", "--as", "shop.v1/Tally");
  expect(out).toBe('{"constructor":1,"__proto__":7,"":5}\n{"__proto__":3,"":4}\n');
  expect(code).toBe(0);
});

it("a witness names them, and a proof counts them", async () => {
  const made = project();
  const declaring = (type: string) => `{"type":"object","properties":{"__proto__":{"type":"${type}"}}}`;
  made.write({
    "a.json": { type: "object" },
    "b.json": { type: "object", required: ["__proto__", "constructor"] },
    "c.json": declaring("integer"),
    "d.json": declaring("number"),
  });
  const { out } = await made.run("prove", "b.json", "a.json");
  expect(out).toBe("compatible\n");
  const told = await made.run("prove", "a.json", "b.json");
  expect(told.out).toContain("incompatible: {");
  expect((await made.run("prove", "c.json", "d.json")).out).toBe("compatible\n");
  const { witness } = JSON.parse((await made.run("prove", "d.json", "c.json", "--json")).out);
  expect(Object.keys(witness.instance)).toEqual(["__proto__"]);
  expect((await made.run("diff", "c.json", "d.json")).out).toContain("__proto__");
});

it("a published schema may not declare __proto__ for now, and says so", async () => {
  const made = project();
  made.write({
    "registry/shop.v1/Odd/schema.json":
      '{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Odd","description":"Odd.","type":"object","properties":{"__proto__":{"type":"integer","description":"x"}}}',
  });
  const { code, out } = await made.run("check", "--only", "schema");
  expect(out).toContain('"__proto__"');
  expect(code).toBe(100);
  expect((await made.run("publish")).code).toBe(100);
});
