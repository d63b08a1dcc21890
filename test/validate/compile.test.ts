import { describe, expect, it } from "vitest";
import type { Dialect, Json, JsonObject, Schema } from "../../src/model.ts";
import { compileSchema, openEnumValues, schemaErrors } from "../../src/validate/index.ts";

async function say(schema: Schema, instance: Json, dialect: Dialect = "2020-12"): Promise<readonly string[]> {
  const { errors } = (await compileSchema(schema, dialect)).judge(instance);
  return errors.map(({ pointer, keyword, message }) => `${pointer} ${keyword}: ${message}`);
}

const open = { anyOf: [{ enum: ["a", "b"] }, { type: "string" }] };

describe("errors for people", () => {
  it.each<[string, Schema, Json, readonly string[]]>([
    ["a missing member", { required: ["id"] }, {}, [' required: member "id" is missing']],
    ["a type", { type: ["string", "null"] }, 1, [" type: must be a string or null"]],
    ["one value", { const: "x" }, "y", [' const: must be "x"']],
    ["an empty text", { minLength: 1 }, "", [" minLength: must not be empty"]],
    [
      "a closed object",
      { properties: { a: true }, additionalProperties: false },
      { b: 1 },
      [' additionalProperties: member "b" is not declared'],
    ],
    [
      "a nullable object",
      { anyOf: [{ type: "object", required: ["id"] }, { type: "null" }] },
      {},
      [' required: member "id" is missing'],
    ],
    ["a nullable enum", { anyOf: [{ enum: ["a"] }, { type: "null" }] }, "b", [' enum: must be "a"']],
    ["an open enum", open, 3, [" type: must be a string"]],
    ["a nullable open enum", { anyOf: [open, { type: "null" }] }, 3, [" type: must be a string or null"]],
    [
      "a text or a number",
      { anyOf: [{ type: "string" }, { type: "number" }] },
      true,
      [" type: must be a string or a number"],
    ],
    [
      "a condition",
      { if: { const: 1 }, then: { multipleOf: 2 } },
      1,
      [" multipleOf: must be a multiple of 2"],
    ],
    [
      "neither of two objects",
      { oneOf: [{ required: ["a"] }, { required: ["b"] }] },
      {},
      [" oneOf: matches none of the 2 alternatives"],
    ],
    [
      "both of two objects",
      { oneOf: [{ required: ["a"] }, { required: ["b"] }] },
      { a: 1, b: 1 },
      [" oneOf: matches more than one of the alternatives, where exactly one may"],
    ],
    [
      "a dependent member",
      { dependentRequired: { b: ["a"] } },
      { b: 1 },
      [' dependentRequired: member "a" is missing, which "b" requires'],
    ],
    ["nothing at all", { properties: { a: false } }, { a: 1 }, ["/a false: nothing may stand here"]],
    [
      "a union beside other faults",
      {
        required: ["z"],
        properties: {
          u: { anyOf: [{ type: "object", required: ["a"] }, { type: "null" }] },
          v: { type: "null" },
        },
      },
      { u: {}, v: 1 },
      [' required: member "z" is missing', '/u required: member "a" is missing', "/v type: must be null"],
    ],
  ])("name %s in plain words, once", async (_, schema, instance, expected) => {
    expect(await say(schema, instance)).toEqual(expected);
  });

  it("keep every branch where all are asked for", async () => {
    const validator = await compileSchema(open, "2020-12");
    expect(validator.allErrors(3).map(({ keyword }) => keyword)).toEqual(["enum", "type", "anyOf"]);
  });

  it("hold no values of the instance, so that equal errors group", async () => {
    const schema = { properties: { id: { pattern: "^x$" }, at: { format: "date-time" }, n: { maximum: 3 } } };
    const one = await say(schema, { id: "secret-1", at: "yesterday", n: 9 });
    expect(await say(schema, { id: "secret-2", at: "tomorrow", n: 8 })).toEqual(one);
    expect(one.join()).not.toContain("secret");
  });
});

describe("own members only", () => {
  it.each(["toString", "__proto__", "constructor", "hasOwnProperty", ""])(
    "a required %j is missing from {}",
    async (name) => {
      const schema: Schema = JSON.parse(JSON.stringify({ required: [name] }));
      const validator = await compileSchema(schema, "2020-12");
      expect(validator.isValid({})).toBe(false);
      expect(validator.isValid(JSON.parse(`{${JSON.stringify(name)}: 1}`))).toBe(true);
    },
  );
});

describe("notes", () => {
  it("tell of values new to an open list, in valid instances too", async () => {
    const validator = await compileSchema(
      { properties: { lane: open, maybe: { anyOf: [open, { type: "null" }] } } },
      "2020-12",
    );
    const { errors, notes } = validator.judge({ lane: "c", maybe: "d" });
    expect(errors).toEqual([]);
    expect(notes.map(({ pointer }) => pointer)).toEqual(["/lane", "/maybe"]);
    expect(validator.judge({ lane: "a", maybe: null }).notes).toEqual([]);
  });

  it("are told through references, and forgotten with the next instance", async () => {
    const validator = await compileSchema(
      { $defs: { lane: open }, items: { $ref: "#/$defs/lane" } },
      "2020-12",
    );
    expect(validator.judge(["a", "z"]).notes.map(({ pointer }) => pointer)).toEqual(["/1"]);
    expect(validator.judge([]).notes).toEqual([]);
  });

  it.each<[string, Schema, readonly string[] | undefined]>([
    ["known values and any text", open, ["a", "b"]],
    ["with null", { anyOf: [{ enum: ["a"] }, { type: "string" }, { type: "null" }] }, ["a"]],
    [
      "text that is bounded is no open list",
      { anyOf: [{ enum: ["a"] }, { type: "string", maxLength: 3 }] },
      undefined,
    ],
    ["a closed list", { anyOf: [{ enum: ["a"] }, { type: "null" }] }, undefined],
    ["an object besides", { anyOf: [{ enum: ["a"] }, { type: "string" }, { type: "object" }] }, undefined],
  ])("know an open list: %s", (_, schema, expected) => {
    expect(typeof schema === "boolean" ? undefined : openEnumValues(schema)).toEqual(expected);
  });

  it("do not take a property named anyOf for the keyword", async () => {
    const schema = { properties: { anyOf: { enum: ["a"] } } };
    expect((await compileSchema(schema, "2020-12")).judge({ anyOf: "a" }).notes).toEqual([]);
  });
});

describe("dialects", () => {
  it.each<[Dialect, Schema, Json, string]>([
    ["draft-04", { minimum: 3, exclusiveMinimum: true }, 3, "must be more than 3"],
    ["draft-06", { exclusiveMinimum: 3 }, 3, "must be more than 3"],
    ["draft-07", { if: { const: 1 }, then: false }, 1, "nothing may stand here"],
    ["2019-09", { dependentRequired: { a: ["b"] } }, { a: 1 }, '"b" is missing'],
    ["2020-12", { prefixItems: [{ type: "null" }] }, [1], "must be null"],
  ])("%s is judged by its own rules", async (dialect, schema, instance, says) => {
    expect((await say(schema, instance, dialect)).join()).toContain(says);
  });

  it.each<Dialect>(["draft-04", "draft-06", "draft-07", "2019-09", "2020-12"])(
    "%s has its meta-schema",
    async (dialect) => {
      expect(await schemaErrors({ type: "object" }, dialect)).toEqual([]);
      const [error] = await schemaErrors({ properties: { a: { type: "objekt" } } }, dialect);
      expect(error?.pointer).toBe("/properties/a/type");
    },
  );

  it("a reference to nothing is a clear failure", async () => {
    await expect(compileSchema({ $ref: "urn:waybill:shop.v1:Nowhere" }, "2020-12")).rejects.toMatchObject({
      code: "MALFORMED",
      message: expect.stringContaining("Nowhere"),
    });
  });

  it("references are given by uri", async () => {
    const references = new Map<string, Schema>([["urn:waybill:shop.v1:Actor", { type: "string" }]]);
    const validator = await compileSchema({ $ref: "urn:waybill:shop.v1:Actor" }, "2020-12", { references });
    expect(validator.isValid(1)).toBe(false);
  });

  it("one resource that two dependencies carry is one resource", async () => {
    const shared = { $id: "urn:waybill:shop.v1:Actor:1", type: "string" };
    const carrier = (name: string, inner: JsonObject) => ({
      $id: `urn:waybill:shop.v1:${name}:1`,
      properties: { by: { $ref: "urn:waybill:shop.v1:Actor:1" } },
      $defs: { "shop.v1/Actor@1": inner },
    });
    const diamond = (second: JsonObject) => ({
      prefixItems: [{ $ref: "urn:waybill:shop.v1:A:1" }, { $ref: "urn:waybill:shop.v1:B:1" }],
      $defs: { "shop.v1/A@1": carrier("A", shared), "shop.v1/B@1": carrier("B", second) },
    });
    const validator = await compileSchema(diamond({ ...shared }), "2020-12");
    expect(validator.judge([{ by: "x" }, { by: 1 }]).errors.map(({ pointer }) => pointer)).toEqual(["/1/by"]);
    await expect(compileSchema(diamond({ ...shared, type: "number" }), "2020-12")).rejects.toThrow(
      "more than one",
    );
  });
});
