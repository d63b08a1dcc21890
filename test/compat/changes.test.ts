import { describe, expect, it } from "vitest";
import { changes } from "../../src/compat/changes/index.ts";
import type { Schema } from "../../src/model.ts";

interface Case {
  readonly name: string;
  readonly old: Schema;
  readonly next: Schema;
  readonly facts: readonly string[];
}

const actor = (version: number, schema: Schema) => ({
  properties: { by: { $ref: `urn:waybill:a.v1:Actor:${version}` } },
  $defs: { actor: { ...(schema as object), $id: `urn:waybill:a.v1:Actor:${version}` } },
});
const circle = (radius: Schema) => ({
  properties: { shape: { const: "circle" }, radius },
  required: ["shape"],
});
const square = { properties: { shape: { const: "square" } }, required: ["shape"] };

const cases: readonly Case[] = [
  {
    name: "moving a schema behind a reference changes nothing",
    old: { properties: { a: { type: "string" } } },
    next: { properties: { a: { $ref: "#/$defs/text" } }, $defs: { text: { type: "string" } } },
    facts: [],
  },
  {
    name: "splitting a record over allOf changes nothing",
    old: { properties: { a: { type: "string" }, b: { type: "string" } }, required: ["a"] },
    next: {
      allOf: [{ properties: { a: { type: "string" } } }, { properties: { b: { type: "string" } } }],
      required: ["a"],
    },
    facts: [],
  },
  {
    name: "a pinned dependency is compared by what it says",
    old: actor(1, { type: "string" }),
    next: actor(2, { type: "string", description: "Who." }),
    facts: [
      'ANNOTATION_CHANGED at "by": annotation "description" changed @ /properties/by > /$defs/actor/description',
    ],
  },
  {
    name: "a pinned dependency that changed is told where it says so",
    old: actor(1, { type: "string" }),
    next: actor(2, { type: ["string", "object"] }),
    facts: [
      'TYPE_WIDENED at "by": type changed from string to string or object @ /$defs/actor/type > /$defs/actor/type',
    ],
  },
  {
    name: "recursion ends, and a change in it is told once",
    old: { properties: { kids: { items: { $ref: "#" } }, id: { type: "string" } } },
    next: { properties: { kids: { items: { $ref: "#" } }, id: { type: "integer" } } },
    facts: [
      'TYPE_CHANGED at "id": type changed from string to integer @ /properties/id/type > /properties/id/type',
    ],
  },
  {
    name: "properties named as keywords are properties",
    old: {
      properties: { items: { type: "string" }, const: { type: "string" }, id: {}, type: {}, definitions: {} },
    },
    next: { properties: { items: { type: "string" }, const: { type: "string" }, id: {}, type: {} } },
    facts: ['PROPERTY_REMOVED property "definitions" was removed @ /properties/definitions > -'],
  },
  {
    name: "a member declared by required alone allowed anything",
    old: { required: ["a"] },
    next: { required: ["a"], properties: { a: { type: "string" } } },
    facts: ['TYPE_NARROWED at "a": type changed from anything to string @ - > /properties/a/type'],
  },
  {
    name: "a member added to a map was already written",
    old: { properties: { a: {} }, additionalProperties: true },
    next: { properties: { a: {}, b: { type: "string" } }, additionalProperties: true },
    facts: [
      'PROPERTY_ADDED_OPTIONAL property "b" was added as optional @ - > /properties/b',
      'TYPE_NARROWED at "b": type changed from anything to string @ /additionalProperties > /properties/b/type',
    ],
  },
  {
    name: "a branch is compared with the one it became",
    old: { oneOf: [circle({ type: "number" }), square] },
    next: { oneOf: [square, circle({ type: ["number", "string"] })] },
    facts: [
      'TYPE_WIDENED at "radius": type changed from number to number or string @ /oneOf/0/properties/radius/type > /oneOf/1/properties/radius/type',
    ],
  },
  {
    name: "alternatives that may hold together are not judged one by one",
    old: { anyOf: [{ properties: { a: { type: "string" } } }, { properties: { b: { type: "string" } } }] },
    next: { anyOf: [{ properties: { a: { type: "string" } } }, { properties: { b: { type: "integer" } } }] },
    facts: [
      "ALTERNATIVES_CHANGED alternatives that may hold together changed @ /anyOf > /anyOf",
      'TYPE_CHANGED at "b": type changed from string to integer @ /anyOf/1/properties/b/type > /anyOf/1/properties/b/type',
    ],
  },
  {
    name: "a member named under a condition before is not simply new",
    old: { properties: { k: {} }, if: { required: ["k"] }, then: { properties: { x: { type: "string" } } } },
    next: {
      properties: { k: {}, x: { type: "integer" } },
      if: { required: ["k"] },
      then: { properties: { x: { type: "string" } } },
    },
    facts: [
      'PROPERTY_ADDED_OPTIONAL property "x" was added as optional @ - > /properties/x',
      'UNCLASSIFIED property "x" is declared here, and under a condition on the other side @  > ',
    ],
  },
  {
    name: "a rename is a removal and an addition, with a hint",
    old: {
      properties: { feature_slug: { type: "string" }, at: { type: "string" } },
      required: ["feature_slug"],
    },
    next: {
      properties: { mission_slug: { type: "string" }, at: { type: "string" } },
      required: ["mission_slug"],
    },
    facts: [
      'REQUIRED_ADDED property "mission_slug" was added as required @ /required > /required',
      'REQUIRED_REMOVED property "feature_slug" is no longer required @ /required > /required',
      'PROPERTY_RENAMED property "feature_slug" looks renamed to "mission_slug" @ /properties/feature_slug > /properties/mission_slug',
      'PROPERTY_REMOVED property "feature_slug" was removed @ /properties/feature_slug > -',
    ],
  },
  {
    name: "an open enum may grow; the same value in a closed one is told apart",
    old: { properties: { o: { anyOf: [{ enum: ["a"] }, { type: "string" }] }, c: { enum: ["a"] } } },
    next: {
      properties: { o: { anyOf: [{ enum: ["a", "b"] }, { type: "string" }] }, c: { enum: ["a", "b"] } },
    },
    facts: [
      'ENUM_VALUE_ADDED_TO_OPEN at "o": open enum gained "b" @ /properties/o/anyOf/0/enum > /properties/o/anyOf/0/enum',
      'ENUM_VALUE_ADDED_TO_CLOSED at "c": closed enum gained value "b" @ /properties/c/enum > /properties/c/enum',
    ],
  },
  {
    name: "a tuple position and the rest",
    old: { prefixItems: [{ type: "string" }], items: { type: "string" } },
    next: { prefixItems: [{ type: "integer" }], items: false },
    facts: [
      'TYPE_CHANGED at "[]": type changed from string to integer @ /prefixItems/0/type > /prefixItems/0/type',
      'TYPE_NARROWED at "[]": type changed from string to nothing @ /items/type > /items',
    ],
  },
  {
    name: "what a condition asks for is told with everything beside it",
    old: { if: { required: ["a"] }, then: { required: ["b"] }, properties: { b: {}, c: {} } },
    next: { if: { required: ["a"] }, then: { required: ["c"] }, properties: { b: {}, c: {} } },
    facts: [
      'CONDITION_CHANGED "then" changed @ /then > /then',
      'REQUIRED_ADDED under "then": property "c" became required @ /then/required > /then/required',
      'REQUIRED_REMOVED under "then": property "b" is no longer required @ /then/required > /then/required',
    ],
  },
  {
    name: "a test declares nothing, so nothing is lost where it loses a member",
    old: { properties: { a: {} }, not: { properties: { b: { type: "string" }, c: {} }, required: ["b"] } },
    next: { properties: { a: {} }, not: { properties: { b: { type: "integer" } }, required: ["b"] } },
    facts: [
      'NOT_CHANGED "not" changed @ /not > /not',
      'TYPE_CHANGED at "b" under "not": type changed from string to integer @ /not/properties/b/type > /not/properties/b/type',
    ],
  },
  {
    name: "under a place whose type was replaced nothing more is told",
    old: { properties: { by: { type: "string", minLength: 1 } } },
    next: {
      properties: { by: { type: "object", properties: { id: { type: "string" } }, required: ["id"] } },
    },
    facts: [
      'TYPE_CHANGED at "by": type changed from string to object @ /properties/by/type > /properties/by/type',
    ],
  },
  {
    name: "of a type that is new nothing more is told; of one that stayed it is",
    old: { properties: { by: { type: ["string", "object"], properties: { id: { type: "string" } } } } },
    next: {
      properties: {
        by: { type: ["array", "object"], minItems: 1, properties: { id: { type: ["string", "null"] } } },
      },
    },
    facts: [
      'TYPE_CHANGED at "by": type changed from string or object to object or array @ /properties/by/type > /properties/by/type',
      'TYPE_WIDENED at "by.id": type changed from string to string or null @ /properties/by/properties/id/type > /properties/by/properties/id/type',
    ],
  },
];

describe("changes", () => {
  it.each(cases)("$name", ({ old, next, facts }) => {
    const told = changes(old, next).map(
      ({ rule, message, oldPointer = "-", newPointer = "-" }) =>
        `${rule} ${message} @ ${oldPointer} > ${newPointer}`,
    );
    expect(told).toEqual(facts);
    expect(changes(old, old)).toEqual([]);
    expect(changes(next, next)).toEqual([]);
  });

  it("reads each side in its own dialect", () => {
    const old = { $schema: "http://json-schema.org/draft-07/schema#", items: [{ type: "string" }] };
    const next = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      prefixItems: [{ type: "string" }],
    };
    expect(changes(old, next).map(({ rule }) => rule)).toEqual(["DIALECT_CHANGED"]);
  });

  const told = (old: Schema, next: Schema) => changes(old, next).map(({ rule }) => rule);
  const text = { type: "string" } as const;

  it("tells a change once: no type, bound or alternatives beside what says it all", () => {
    expect(told(text, { enum: ["a"] })).toEqual(["ENUM_INTRODUCED"]);
    const several = { anyOf: [text, { type: "array", items: text }] };
    expect(told(text, several)).toEqual(["TYPE_WIDENED"]);
    expect(told(several, text)).toEqual(["TYPE_NARROWED"]);
    // A second alternative of the same type is told by nothing else.
    expect(told(text, { anyOf: [text, { type: "string", minLength: 2 }] })).toContain("ALTERNATIVES_ADDED");
    const whole = { type: "integer", minimum: 1 };
    expect(told(whole, { type: "integer", exclusiveMinimum: 0 })).toEqual([]);
    expect(told(whole, { type: "number", exclusiveMinimum: 0 })).toContain("TYPE_WIDENED");
    expect(told({ type: "number", minimum: 1 }, { type: "number", exclusiveMinimum: 0 })).toEqual([
      "BOUND_LOOSENED",
    ]);
  });

  it("sees a rename among several additions, by its description or by being alone of its shape", () => {
    const said = { ...text, description: "Where it was seen." };
    const renamed = (next: Schema) =>
      changes({ properties: { feature: said } }, next).filter(({ rule }) => rule === "PROPERTY_RENAMED");
    expect(renamed({ properties: { mission: said, other: text } })).toMatchObject([
      { message: 'property "feature" looks renamed to "mission"' },
    ]);
    expect(renamed({ properties: { mission: text, count: { type: "integer" } } })).toHaveLength(1);
    expect(renamed({ properties: { mission: text, other: text } })).toEqual([]);
    expect(renamed({ properties: { mission: said, other: said } })).toEqual([]);
  });
});
