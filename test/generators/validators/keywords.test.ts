import { afterAll, describe, expect, it } from "vitest";
import type { Dialect, Json, Schema } from "../../../src/model.ts";
import { openFolder } from "./load.ts";

const folder = openFolder();
afterAll(folder.close);

interface Case {
  readonly name: string;
  readonly schema: Schema;
  readonly dialect?: Dialect;
  readonly accepts: readonly Json[];
  /** Each with keyword and pointer of one of its errors. */
  readonly rejects: readonly (readonly [instance: Json, keyword: string, pointer: string])[];
}

const cases: readonly Case[] = [
  {
    name: "true and false",
    schema: { properties: { a: false, b: true } },
    accepts: [{ b: 1 }, 1],
    rejects: [[{ a: 1 }, "false schema", "/a"]],
  },
  {
    name: "type",
    schema: { type: ["string", "null"] },
    accepts: ["", null],
    rejects: [
      [1, "type", ""],
      [{}, "type", ""],
    ],
  },
  {
    name: "integer",
    schema: { type: "integer" },
    accepts: [1, -0, 1e21],
    rejects: [
      [1.5, "type", ""],
      ["1", "type", ""],
    ],
  },
  {
    name: "const of an object",
    schema: { const: { a: [1, { b: null }] } },
    accepts: [{ a: [1, { b: null }] }],
    rejects: [[{ a: [1, {}] }, "const", ""]],
  },
  {
    name: "a long enum",
    schema: { enum: [..."abcdefghijk"] },
    accepts: ["a", "k"],
    rejects: [
      ["l", "enum", ""],
      [1, "enum", ""],
    ],
  },
  {
    name: "an open enum is its type",
    schema: { anyOf: [{ enum: ["a"] }, { type: "string" }] },
    accepts: ["a", "later"],
    rejects: [[1, "anyOf", ""]],
  },
  {
    name: "bounds",
    schema: { minimum: 1, exclusiveMaximum: 3 },
    accepts: [1, 2.9, "x"],
    rejects: [
      [0, "minimum", ""],
      [3, "exclusiveMaximum", ""],
    ],
  },
  {
    name: "bounds of draft-04",
    schema: { minimum: 1, exclusiveMinimum: true },
    dialect: "draft-04",
    accepts: [2],
    rejects: [[1, "minimum", ""]],
  },
  {
    name: "multipleOf by decimals",
    schema: { multipleOf: 0.1 },
    accepts: [0.3, 1e21, 4],
    rejects: [[0.35, "multipleOf", ""]],
  },
  {
    name: "length in code points",
    schema: { minLength: 2, maxLength: 2 },
    accepts: ["ab", "\u{1f600}\u{1f600}"],
    rejects: [
      ["\u{1f600}", "minLength", ""],
      ["abc", "maxLength", ""],
    ],
  },
  {
    name: "pattern, one set",
    schema: { pattern: "^[0-9a-f]{4}$" },
    accepts: ["00ff", 1],
    rejects: [
      ["00fg", "pattern", ""],
      ["00fff", "pattern", ""],
      ["00ff\n", "pattern", ""],
    ],
  },
  {
    name: "pattern, anywhere",
    schema: { pattern: "a.c" },
    accepts: ["xa\u{1f600}cx"],
    rejects: [["ac", "pattern", ""]],
  },
  {
    name: "format",
    schema: { format: "date" },
    accepts: ["2024-02-29", 1],
    rejects: [["2023-02-29", "format", ""]],
  },
  { name: "unknown format", schema: { format: "colour" }, accepts: ["x"], rejects: [] },
  {
    name: "required and properties",
    schema: { type: "object", properties: { a: { type: "integer", minimum: 1 } }, required: ["a", "b"] },
    accepts: [{ a: 1, b: null }],
    rejects: [
      [{ a: 0, b: 1 }, "minimum", "/a"],
      [{ a: 1 }, "required", ""],
      [[], "type", ""],
      [{ a: null, b: 1 }, "type", "/a"],
    ],
  },
  {
    name: "additionalProperties",
    schema: {
      properties: { a: true },
      patternProperties: { "^x-": { type: "string" } },
      additionalProperties: false,
    },
    accepts: [{ a: 1, "x-b": "" }, []],
    rejects: [
      [{ c: 1 }, "additionalProperties", ""],
      [{ "x-b": 1 }, "type", "/x-b"],
    ],
  },
  {
    name: "names escaped in pointers",
    schema: { additionalProperties: { type: "null" } },
    accepts: [{}],
    rejects: [[{ "a/b~": 1 }, "type", "/a~1b~0"]],
  },
  {
    name: "propertyNames",
    schema: { propertyNames: { maxLength: 1 } },
    accepts: [{ a: 1 }],
    rejects: [[{ ab: 1 }, "maxLength", "/ab"]],
  },
  {
    name: "sizes",
    schema: { minProperties: 1, maxProperties: 2 },
    accepts: [{ a: 1 }],
    rejects: [
      [{}, "minProperties", ""],
      [{ a: 1, b: 2, c: 3 }, "maxProperties", ""],
    ],
  },
  {
    name: "dependentRequired",
    schema: { dependentRequired: { a: ["b"] } },
    accepts: [{ b: 1 }],
    rejects: [[{ a: 1 }, "dependentRequired", ""]],
  },
  {
    name: "dependencies",
    schema: { dependencies: { a: ["b"], c: { required: ["d"] } } },
    dialect: "draft-07",
    accepts: [{ a: 1, b: 1 }],
    rejects: [
      [{ a: 1 }, "dependencies", ""],
      [{ c: 1 }, "required", ""],
    ],
  },
  {
    name: "prefixItems and items",
    schema: { prefixItems: [{ const: 1 }], items: { type: "string" } },
    accepts: [[1, "a"], []],
    rejects: [
      [[2], "const", "/0"],
      [[1, 2], "type", "/1"],
    ],
  },
  {
    name: "items as a list before 2020-12",
    schema: { items: [{ const: 1 }], additionalItems: false },
    dialect: "draft-07",
    accepts: [[1]],
    rejects: [[[1, 2], "false schema", "/1"]],
  },
  {
    name: "contains",
    schema: { contains: { const: 1 }, minContains: 2, maxContains: 3 },
    accepts: [[1, 1, 2]],
    rejects: [
      [[1], "contains", ""],
      [[1, 1, 1, 1], "contains", ""],
    ],
  },
  {
    name: "uniqueItems",
    schema: { uniqueItems: true },
    accepts: [[1, "1", [1], { a: 1 }]],
    rejects: [
      [
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
        "uniqueItems",
        "",
      ],
    ],
  },
  {
    name: "uniqueItems of many",
    schema: { uniqueItems: true },
    accepts: [[0, 1, 2, 3, 4, 5, 6, 7, 8, "8", false, "f"]],
    rejects: [[[0, 1, 2, 3, 4, 5, 6, 7, { a: [1] }, { a: [1] }], "uniqueItems", ""]],
  },
  {
    name: "oneOf by a member",
    schema: {
      oneOf: [
        { type: "object", required: ["k"], properties: { k: { const: "a" }, v: { type: "integer" } } },
        { type: "object", required: ["k"], properties: { k: { enum: ["b", "c"] } } },
      ],
    },
    accepts: [{ k: "a", v: 1 }, { k: "c" }],
    rejects: [
      [{ k: "a", v: "" }, "type", "/v"],
      [{ k: "d" }, "oneOf", ""],
      [1, "oneOf", ""],
    ],
  },
  {
    name: "oneOf, several",
    schema: { oneOf: [{ type: "integer" }, { minimum: 2 }] },
    accepts: [1, 2.5],
    rejects: [
      [3, "oneOf", ""],
      [1.5, "oneOf", ""],
    ],
  },
  { name: "not", schema: { not: { required: ["a"] } }, accepts: [{}], rejects: [[{ a: 1 }, "not", ""]] },
  {
    name: "if, then, else",
    schema: {
      if: { properties: { a: { const: 1 } }, required: ["a"] },
      then: { required: ["b"] },
      else: { required: ["c"] },
    },
    accepts: [{ a: 1, b: 1 }, { c: 1 }],
    rejects: [
      [{ a: 1 }, "required", ""],
      [{ a: 2 }, "required", ""],
    ],
  },
  {
    name: "unevaluatedProperties, known when emitting",
    schema: { allOf: [{ properties: { a: true } }], unevaluatedProperties: false },
    accepts: [{ a: 1 }],
    rejects: [[{ b: 1 }, "unevaluatedProperties", ""]],
  },
  {
    name: "unevaluatedProperties, by alternative",
    schema: {
      anyOf: [{ properties: { a: { const: 1 } }, required: ["a"] }, { properties: { b: true } }],
      unevaluatedProperties: false,
    },
    accepts: [{ a: 1, b: 1 }, { b: 1 }],
    rejects: [[{ a: 2 }, "unevaluatedProperties", ""]],
  },
  {
    name: "unevaluatedItems and contains",
    schema: { contains: { type: "string" }, unevaluatedItems: { type: "integer" } },
    accepts: [["a", 1]],
    rejects: [[["a", null], "type", "/1"]],
  },
  {
    name: "recursion",
    schema: { properties: { next: { $ref: "#" } }, additionalProperties: false },
    accepts: [{ next: { next: {} } }],
    rejects: [[{ next: { nxt: 1 } }, "additionalProperties", "/next"]],
  },
];

describe("emitted validators", () => {
  it.each(cases)("$name", async ({ schema, dialect, accepts, rejects }) => {
    const validator = await folder.load(schema, { dialect });
    for (const instance of accepts) {
      expect(validator.validateThing(instance), JSON.stringify(instance)).toEqual([]);
      expect(validator.isThing(instance)).toBe(true);
    }
    for (const [instance, keyword, pointer] of rejects) {
      expect(validator.isThing(instance), JSON.stringify(instance)).toBe(false);
      expect(validator.validateThing(instance)).toContainEqual(expect.objectContaining({ keyword, pointer }));
    }
  });

  it("answer in plain words, with parameters", async () => {
    const validator = await folder.load({
      type: "object",
      required: ["id"],
      properties: { n: { type: "integer", maximum: 3 } },
    });
    expect(validator.validateThing({ n: 4 })).toEqual([
      { pointer: "/n", keyword: "maximum", message: "must be <= 3", params: { comparison: "<=", limit: 3 } },
      {
        pointer: "",
        keyword: "required",
        message: 'must have the member "id"',
        params: { missingProperty: "id" },
      },
    ]);
  });

  it("are the guard alone where nothing else is wanted", async () => {
    const only = await folder.load({ type: "string" }, { only: "guard" });
    expect(Object.keys(only).sort()).toEqual(["guardThing", "isThing"]);
    expect(only.isThing("")).toBe(true);
  });

  it("throw every error from assert and parse", async () => {
    const validator = await folder.load({ type: "object", required: ["a"] });
    expect(() => validator.assertThing({})).toThrow(
      'not a valid Thing: the document must have the member "a"',
    );
    expect(validator.parseThing('{"a": 1}')).toEqual({ a: 1 });
    expect(() => validator.parseThing("{")).toThrow("must be JSON");
    expect(() => validator.parseThing("{}")).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ keyword: "required" })] }),
    );
  });

  it("reject what nests too deeply to be judged, even under not", async () => {
    const deep = JSON.parse(`${"[".repeat(200_000)}${"]".repeat(200_000)}`);
    const list = { type: "array", items: { $ref: "#/$defs/list" } };
    for (const schema of [
      { ...list, $defs: { list } },
      { not: { ...list, minItems: 1 }, $defs: { list } },
    ]) {
      const validator = await folder.load(schema);
      expect(validator.isThing(deep)).toBe(false);
      expect(validator.validateThing(deep)).toEqual([expect.objectContaining({ keyword: "depth" })]);
    }
  });

  it("take no time that grows faster than the text", async () => {
    const validator = await folder.load({ type: "string", pattern: "^([a-z]+-)*[a-z]+$" });
    expect(validator.isThing(`${"a-".repeat(100_000)}!`)).toBe(false);
  });
});
