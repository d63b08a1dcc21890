import { describe, expect, it } from "vitest";
import { declaredMembers, mayWrite } from "../../src/evaluate/index.ts";
import type { Json, Schema } from "../../src/model.ts";

interface Case {
  readonly name: string;
  readonly schema: Schema;
  readonly may: readonly Json[];
  readonly mayNot: readonly Json[];
}

const cases: readonly Case[] = [
  {
    name: "a record holds declared members only",
    schema: { properties: { a: {} } },
    may: [{}, { a: 1 }, 1],
    mayNot: [{ b: 1 }, { a: 1, b: 1 }],
  },
  { name: "nothing declared: a map", schema: { type: "object" }, may: [{ a: { b: 1 } }], mayNot: [[]] },
  { name: "an empty properties declares nothing", schema: { properties: {} }, may: [{ a: 1 }], mayNot: [] },
  {
    name: "explicit additionalProperties: a map",
    schema: { properties: { a: {} }, additionalProperties: true },
    may: [{ b: 1 }],
    mayNot: [],
  },
  {
    name: "a map of a schema",
    schema: { additionalProperties: { type: "string" } },
    may: [{ b: "x" }],
    mayNot: [{ b: 1 }],
  },
  {
    name: "explicit unevaluatedProperties: a map",
    schema: { properties: { a: {} }, unevaluatedProperties: {} },
    may: [{ b: 1 }],
    mayNot: [],
  },
  {
    name: "closed",
    schema: { properties: { a: {} }, additionalProperties: false },
    may: [{ a: 1 }],
    mayNot: [{ b: 1 }],
  },
  {
    name: "required declares without properties",
    schema: { required: ["a"] },
    may: [{ a: { deep: 1 } }],
    mayNot: [{ a: 1, b: 1 }],
  },
  {
    name: "dependentRequired declares both sides",
    schema: { dependentRequired: { a: ["b"] } },
    may: [{ b: 1 }, { a: 1, b: 1 }],
    mayNot: [{ c: 1 }, { a: 1 }],
  },
  {
    name: "cousins under allOf share a place",
    schema: { allOf: [{ properties: { a: {} } }, { required: ["b"] }] },
    may: [{ a: 1, b: 1 }],
    mayNot: [{ b: 1, c: 1 }],
  },
  {
    name: "a map in any cousin opens the place",
    schema: { allOf: [{ properties: { a: {} } }, { additionalProperties: true }] },
    may: [{ z: 1 }],
    mayNot: [],
  },
  {
    name: "a branch declares only where it accepts",
    schema: {
      properties: { k: {} },
      anyOf: [{ properties: { k: { const: "a" }, x: {} } }, { properties: { k: { const: "b" }, y: {} } }],
    },
    may: [
      { k: "a", x: 1 },
      { k: "b", y: 1 },
    ],
    mayNot: [
      { k: "a", y: 1 },
      { k: "b", x: 1 },
    ],
  },
  {
    name: "then declares where if holds",
    schema: {
      if: { properties: { k: { const: 1 } }, required: ["k"] },
      then: { properties: { x: {} } },
      else: { properties: { y: {} } },
    },
    may: [{ k: 1, x: 1 }, { y: 1 }],
    mayNot: [{ k: 1, y: 1 }, { x: 1 }],
  },
  {
    name: "not declares nothing",
    schema: { properties: { a: {} }, not: { properties: { b: { type: "string" } }, required: ["b"] } },
    may: [{ a: 1 }],
    mayNot: [{ b: 1 }],
  },
  {
    name: "a matching pattern declares",
    schema: { patternProperties: { "^x-": {} } },
    may: [{ "x-a": 1 }],
    mayNot: [{ a: 1 }],
  },
  {
    name: "const and enum write their members out",
    schema: { properties: { a: { enum: [{ x: { y: 1 } }] } }, const: { a: { x: { y: 1 } } } },
    may: [{ a: { x: { y: 1 } } }],
    mayNot: [{}],
  },
  {
    name: "names listed by propertyNames",
    schema: { propertyNames: { enum: ["a", "b"] } },
    may: [{ a: 1, b: { c: 1 } }],
    mayNot: [{ c: 1 }],
  },
  {
    name: "names with a pattern only: a map",
    schema: { propertyNames: { pattern: "^[a-z]$" } },
    may: [{ a: { deep: 1 } }],
    mayNot: [{ A: 1 }],
  },
  {
    name: "places below members and items",
    schema: { properties: { a: { items: { properties: { b: {} } } } } },
    may: [{ a: [{ b: 1 }, {}] }],
    mayNot: [{ a: [{ c: 1 }] }],
  },
  {
    name: "one member declared by two schemas",
    schema: {
      allOf: [
        { properties: { a: { properties: { x: {} } } } },
        { properties: { a: { properties: { y: {} } } } },
      ],
    },
    may: [{ a: { x: 1, y: 1 } }],
    mayNot: [{ a: { z: 1 } }],
  },
  {
    name: "references apply at the place",
    schema: { $ref: "#/$defs/a", $defs: { a: { properties: { a: { $ref: "#/$defs/a" } } } } },
    may: [{ a: { a: {} } }],
    mayNot: [{ a: { b: 1 } }],
  },
  {
    name: "an item declared by contains",
    schema: { contains: { properties: { a: { const: 1 } }, required: ["a"] } },
    may: [[{ a: 1 }, { z: 1 }]],
    mayNot: [[{ a: 1, z: 1 }]],
  },
];

describe("what a writer may put where", () => {
  it.each(cases)("$name", ({ schema, may, mayNot }) => {
    for (const instance of may) expect([instance, mayWrite(schema, instance)]).toEqual([instance, true]);
    for (const instance of mayNot) expect([instance, mayWrite(schema, instance)]).toEqual([instance, false]);
  });

  it("lists every place with what is declared there", () => {
    const schema = { properties: { a: { properties: { b: {} } }, m: {} } };
    expect(declaredMembers(schema, { a: { b: 1, c: 2 }, m: { z: 1 } })).toEqual([
      { pointer: "", model: "record", declared: ["a", "m"], undeclared: [] },
      { pointer: "/a", model: "record", declared: ["b"], undeclared: ["c"] },
      { pointer: "/m", model: "map", declared: ["z"], undeclared: [] },
    ]);
    expect(declaredMembers({ type: "string" }, {})).toBeUndefined();
  });
});
