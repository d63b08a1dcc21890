import { describe, expect, it } from "vitest";
import { evaluator } from "../../src/evaluate/index.ts";
import type { Dialect, Json, Schema } from "../../src/model.ts";

interface Case {
  readonly name: string;
  readonly schema: Schema;
  readonly dialect?: Dialect;
  readonly accepts: readonly Json[];
  readonly rejects: readonly Json[];
}

const proto = JSON.parse('{"__proto__": 1}');

/** The project's own small suite: one line a keyword, and the traps. Runs where the official suite is absent too. */
const cases: readonly Case[] = [
  { name: "false schema", schema: { properties: { a: false } }, accepts: [{}, 1], rejects: [{ a: 1 }] },
  {
    name: "type",
    schema: { type: ["integer", "null"] },
    accepts: [1, 1.0, null],
    rejects: [1.5, "1", {}, []],
  },
  {
    name: "enum",
    schema: { enum: [{ a: 1, b: [2] }, 1] },
    accepts: [{ b: [2], a: 1 }, 1.0],
    rejects: [true, { a: 1 }],
  },
  { name: "const null", schema: { const: null }, accepts: [null], rejects: [0, false, ""] },
  { name: "const zero", schema: { const: 0 }, accepts: [-0, 0], rejects: [false] },
  { name: "bounds", schema: { minimum: 1, exclusiveMaximum: 3 }, accepts: [1, 2.9, "x"], rejects: [0.9, 3] },
  {
    name: "draft-04 exclusive bounds",
    dialect: "draft-04",
    schema: { minimum: 1, exclusiveMinimum: true },
    accepts: [1.1],
    rejects: [1],
  },
  { name: "multipleOf, decimal", schema: { multipleOf: 0.1 }, accepts: [0.3, 1.1, 1e20], rejects: [0.35] },
  {
    name: "multipleOf, far exponents",
    schema: { multipleOf: 1e-300 },
    accepts: [1e300, 0],
    rejects: [1e-301],
  },
  {
    name: "lengths in code points",
    schema: { minLength: 2, maxLength: 2 },
    accepts: ["💩💩", "ab"],
    rejects: ["💩", "abc"],
  },
  {
    name: "pattern is a search, with u",
    schema: { pattern: "^.$|\\p{Lu}" },
    accepts: ["💩", "abC"],
    rejects: ["abc"],
  },
  { name: "pattern that u refuses", schema: { pattern: "^\\-$" }, accepts: ["-"], rejects: ["\\-"] },
  {
    name: "minItems, maxItems",
    schema: { minItems: 1, maxItems: 2 },
    accepts: [[1], [1, 2], "abc"],
    rejects: [[], [1, 2, 3]],
  },
  {
    name: "uniqueItems",
    schema: { uniqueItems: true },
    accepts: [[1, "1", true]],
    rejects: [
      [1, 1.0],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
  },
  {
    name: "prefixItems, items",
    schema: { prefixItems: [{ type: "string" }], items: { type: "null" } },
    accepts: [[], ["a", null]],
    rejects: [[1], ["a", 1]],
  },
  {
    name: "items and additionalItems",
    dialect: "draft-07",
    schema: { items: [{}], additionalItems: false },
    accepts: [[1]],
    rejects: [[1, 2]],
  },
  {
    name: "contains",
    schema: { contains: { const: 1 }, minContains: 2, maxContains: 2 },
    accepts: [[1, 2, 1]],
    rejects: [[1], [1, 1, 1]],
  },
  { name: "minContains 0", schema: { contains: false, minContains: 0 }, accepts: [[], [1]], rejects: [] },
  {
    name: "minProperties, maxProperties",
    schema: { minProperties: 1, maxProperties: 1 },
    accepts: [{ a: 1 }],
    rejects: [{}, { a: 1, b: 2 }],
  },
  {
    name: "required, own members only",
    schema: { required: ["toString", "__proto__"] },
    accepts: [JSON.parse('{"__proto__": 1, "toString": 1}')],
    rejects: [{}, { toString: 1 }],
  },
  {
    name: "properties named as the language's own",
    schema: JSON.parse(
      '{"properties": {"__proto__": {"type": "string"}, "constructor": {"type": "string"}}}',
    ),
    accepts: [{}],
    rejects: [proto, { constructor: 1 }],
  },
  {
    name: "patternProperties, additionalProperties",
    schema: {
      properties: { a: {} },
      patternProperties: { "^x-": {} },
      additionalProperties: { type: "null" },
    },
    accepts: [{ a: 1, "x-b": 1, c: null }],
    rejects: [{ c: 1 }],
  },
  {
    name: "propertyNames",
    schema: { propertyNames: { maxLength: 1 } },
    accepts: [{ a: 1 }],
    rejects: [{ ab: 1 }],
  },
  {
    name: "dependentRequired",
    schema: { dependentRequired: { a: ["b"] } },
    accepts: [{}, { b: 1 }, { a: 1, b: 1 }],
    rejects: [{ a: 1 }],
  },
  {
    name: "dependentSchemas",
    schema: { dependentSchemas: { a: { maxProperties: 1 } } },
    accepts: [{ a: 1 }, { b: 1, c: 1 }],
    rejects: [{ a: 1, b: 1 }],
  },
  {
    name: "dependencies of both forms",
    dialect: "draft-07",
    schema: { dependencies: { a: ["b"], c: false } },
    accepts: [{ a: 1, b: 1 }],
    rejects: [{ a: 1 }, { c: 1 }],
  },
  {
    name: "allOf, anyOf, not",
    schema: { allOf: [{ minimum: 1 }], anyOf: [{ maximum: 2 }, { const: 5 }], not: { const: 2 } },
    accepts: [1, 5],
    rejects: [0, 2, 3],
  },
  { name: "oneOf", schema: { oneOf: [{ minimum: 1 }, { maximum: 2 }] }, accepts: [0, 3], rejects: [1] },
  {
    name: "if, then, else",
    schema: { if: { type: "string" }, then: { minLength: 1 }, else: { minimum: 1 } },
    accepts: ["a", 1, null],
    rejects: ["", 0],
  },
  { name: "then without if", schema: { then: false, else: false }, accepts: [1], rejects: [] },
  {
    name: "recursion",
    schema: { properties: { next: { $ref: "#" } }, required: ["id"] },
    accepts: [{ id: 1, next: { id: 2 } }],
    rejects: [{ id: 1, next: {} }],
  },
  { name: "a reference that never descends", schema: { $ref: "#" }, accepts: [], rejects: [1] },
  {
    name: "siblings of $ref, 2020-12",
    schema: { $ref: "#/$defs/a", minimum: 1, $defs: { a: {} } },
    accepts: [1],
    rejects: [0],
  },
  {
    name: "siblings of $ref, draft-07",
    dialect: "draft-07",
    schema: { $ref: "#/definitions/a", minimum: 1, definitions: { a: {} } },
    accepts: [0],
    rejects: [],
  },
  {
    name: "properties named as keywords",
    schema: {
      properties: {
        items: { type: "string" },
        const: { type: "string" },
        id: { type: "string" },
        type: { type: "string" },
      },
    },
    accepts: [{ items: "a", const: "b", id: "c", type: "d" }],
    rejects: [{ items: 1 }, { id: 1 }, { const: 1 }, { type: 1 }],
  },
  {
    name: "unevaluatedProperties through allOf and if",
    schema: {
      allOf: [{ properties: { a: {} } }],
      if: { properties: { b: { const: 1 } }, required: ["b"] },
      unevaluatedProperties: false,
    },
    accepts: [{ a: 1 }, { a: 1, b: 1 }],
    rejects: [{ b: 2 }, { c: 1 }],
  },
  {
    name: "unevaluatedProperties sees no failed branch",
    schema: {
      anyOf: [{ properties: { a: { type: "string" } } }, { properties: { b: {} } }],
      unevaluatedProperties: false,
    },
    accepts: [{ b: 1 }, { a: "x", b: 1 }],
    rejects: [{ a: 1 }],
  },
  {
    name: "unevaluatedItems after contains",
    schema: { contains: { type: "string" }, unevaluatedItems: { type: "null" } },
    accepts: [["a", null]],
    rejects: [["a", 1]],
  },
  {
    name: "$dynamicRef to the outermost",
    schema: {
      $id: "urn:x:outer",
      $dynamicAnchor: "node",
      $ref: "urn:x:tree",
      unevaluatedProperties: false,
      $defs: {
        tree: {
          $id: "urn:x:tree",
          $dynamicAnchor: "node",
          properties: { kids: { items: { $dynamicRef: "#node" } } },
        },
      },
    },
    accepts: [{ kids: [{ kids: [] }] }],
    rejects: [{ kids: [{ kid: [] }] }],
  },
  {
    name: "$recursiveRef to the outermost",
    dialect: "2019-09",
    schema: {
      $id: "urn:x:outer",
      $recursiveAnchor: true,
      $ref: "urn:x:tree",
      unevaluatedProperties: false,
      $defs: {
        tree: {
          $id: "urn:x:tree",
          $recursiveAnchor: true,
          properties: { kids: { items: { $recursiveRef: "#" } } },
        },
      },
    },
    accepts: [{ kids: [{ kids: [] }] }],
    rejects: [{ kids: [{ kid: [] }] }],
  },
  {
    name: "an embedded resource of another dialect",
    schema: {
      $defs: {
        old: {
          $id: "urn:x:old",
          $schema: "http://json-schema.org/draft-07/schema#",
          items: [{ type: "null" }],
        },
      },
      $ref: "urn:x:old",
    },
    accepts: [[null]],
    rejects: [[1]],
  },
];

describe("evaluator", () => {
  it.each(cases)("$name", ({ schema, dialect, accepts, rejects }) => {
    const judge = evaluator(schema, { dialect });
    for (const instance of accepts) {
      expect(judge.evaluate(instance)).toEqual({ valid: true, errors: [] });
      expect(judge.accepts(instance)).toBe(true);
    }
    for (const instance of rejects) {
      expect([instance, judge.accepts(instance)]).toEqual([instance, false]);
      expect(judge.evaluate(instance).errors).not.toEqual([]);
    }
  });

  it("asserts formats only where told to", () => {
    const schema = { format: "date" };
    expect(evaluator(schema).accepts("x")).toBe(true);
    expect(evaluator(schema, { formats: "assert" }).accepts("x")).toBe(false);
    expect(evaluator({ format: "no-such" }, { formats: "assert" }).accepts("x")).toBe(true);
  });

  it("says where, which keyword, and in which schema", () => {
    const schema = {
      properties: { "a/b": { $ref: "#/$defs/id" } },
      $defs: { id: { type: "string", minLength: 2 } },
    };
    expect(evaluator(schema).evaluate({ "a/b": "x" }).errors).toEqual([
      {
        pointer: "/a~1b",
        keyword: "minLength",
        message: "must have at least 2 characters",
        params: { limit: 2 },
        schemaPointer: "/$defs/id/minLength",
        document: "",
        causes: [],
      },
    ]);
  });

  it("reports every rejecting keyword, and what each alternative said", () => {
    const schema = { required: ["a", "b"], anyOf: [{ required: ["c"] }, { minProperties: 1 }] };
    const { errors } = evaluator(schema).evaluate({});
    expect(errors.map((error) => error.message)).toEqual([
      'must have the member "a"',
      'must have the member "b"',
      "must match at least one alternative",
    ]);
    expect(errors[2]?.causes.map((cause) => cause.keyword)).toEqual(["required", "minProperties"]);
  });

  it("refuses a schema it cannot read, naming the keyword", () => {
    expect(() => evaluator({ $ref: "#/nowhere" }).accepts(1)).toThrow(
      'reference "#/nowhere" points to nothing',
    );
    expect(() => evaluator({ pattern: "(" }).accepts("x")).toThrow("is not a regular expression");
  });
});
