import { describe, expect, it } from "vitest";
import { formOf } from "../../src/input/gate/keyword-values.ts";
import { gateSchema, readJson } from "../../src/input/index.ts";
import type { Dialect } from "../../src/model.ts";
import { dialectUri } from "../../src/schema/dialect.ts";
import { keywordOf, keywords, ownAnnotations } from "../../src/schema/keywords.ts";

const judge = (schema: unknown, dialect?: Dialect) =>
  gateSchema(readJson(JSON.stringify(schema), { file: "schema.json", profile: "registry" }), dialect).map(
    ({ code, pointer }) => `${code} ${pointer}`,
  );
const dialects = Object.keys(dialectUri).filter((name): name is Dialect => Object.hasOwn(dialectUri, name));

describe("gateSchema", () => {
  it("has a form for every keyword of every dialect, so that no value is taken on trust", () => {
    for (const dialect of dialects)
      for (const { name } of keywords)
        if (keywordOf(name, dialect) !== undefined)
          expect(formOf(name, dialect), `${name} in ${dialect}`).toBeDefined();
    for (const name of ownAnnotations) expect(formOf(name, "2020-12"), name).toBeDefined();
  });

  it("takes a schema that uses every keyword as it is meant", () => {
    const schema = {
      $schema: dialectUri["2020-12"],
      $id: "urn:waybill:cogo.v1:JobStarted:2",
      $anchor: "me",
      title: "t",
      type: ["object", "null"],
      properties: {
        a: { $ref: "#/$defs/a" },
        next: { $ref: "#" },
        actor: { $ref: "urn:waybill:cogo.v1:Actor" },
        n: { $ref: "#me" },
      },
      patternProperties: { "^x-": { type: "string", pattern: "^\\p{L}+$", minLength: 0, maxLength: 10 } },
      additionalProperties: false,
      propertyNames: { maxLength: 20 },
      required: ["a"],
      dependentRequired: { a: ["next"] },
      dependentSchemas: { a: { minProperties: 1 } },
      allOf: [{ if: { required: ["a"] }, then: true, else: false }],
      unevaluatedProperties: false,
      $defs: {
        a: {
          type: "array",
          prefixItems: [{ const: null }],
          items: { enum: [1, "1", null] },
          contains: true,
          minContains: 0,
          uniqueItems: true,
        },
        "urn:waybill:cogo.v1:Actor:1": {
          $id: "urn:waybill:cogo.v1:Actor:1",
          properties: { self: { $ref: "#/$defs/b" } },
          $defs: { b: { multipleOf: 0.01, exclusiveMinimum: -1 } },
        },
      },
      "x-assigned-by": "agent",
      "x-sunset": "2030-01-01",
      "x-since": 1,
      examples: [{}],
      deprecated: true,
    };
    expect(judge(schema)).toEqual([]);
  });

  it("takes the keywords of the older dialects in theirs", () => {
    const $schema = dialectUri["draft-07"];
    expect(
      judge({
        $schema,
        definitions: { a: { items: [{}], additionalItems: false } },
        dependencies: { a: ["b"], c: {} },
      }),
    ).toEqual([]);
    expect(
      judge({
        $schema: dialectUri["draft-04"],
        id: "urn:waybill:cogo.v1:A",
        maximum: 1,
        exclusiveMaximum: true,
      }),
    ).toEqual([]);
    expect(
      judge({ $schema: dialectUri["2019-09"], $recursiveAnchor: true, items: { $recursiveRef: "#" } }),
    ).toEqual([]);
    expect(judge({ items: [{}] }, "draft-07")).toEqual([]);
    expect(judge({ items: [{}] })).toEqual(["KEYWORD_VALUE_INVALID /items"]);
  });

  it("does not take members that are named like keywords for keywords", () => {
    const properties = Object.fromEntries(keywords.map(({ name }) => [name, { type: "string" }]));
    expect(judge({ properties, $defs: properties, required: Object.keys(properties) })).toEqual([]);
    expect(
      judge({
        enum: [{ tsType: "x", $ref: "file:///x" }],
        const: { extends: 1 },
        default: { $ref: "http://x" },
        examples: [{ type: 3 }],
      }),
    ).toEqual([]);
  });

  it("resolves a reference within the version it is bundled in", () => {
    const bundled = { $id: "urn:waybill:cogo.v1:Actor:1", properties: { a: { $ref: "#/$defs/mine" } } };
    const schema = { $defs: { mine: {}, "urn:waybill:cogo.v1:Actor:1": bundled } };
    expect(judge(schema)).toEqual([
      "REFERENCE_UNRESOLVED /$defs/urn:waybill:cogo.v1:Actor:1/properties/a/$ref",
    ]);
  });

  it("ends a list nobody reads to its end", () => {
    expect(judge({ required: Array.from({ length: 5000 }, (_, i) => `\u202e${i}`) })).toHaveLength(100);
  });

  it("finds a cycle through nine thousand references without recursing", () => {
    const $defs = Object.fromEntries(
      Array.from({ length: 9000 }, (_, i) => [`d${i}`, { $ref: `#/$defs/d${(i + 1) % 9000}` }]),
    );
    expect(judge({ $defs })).toEqual(["REFERENCE_CYCLE /$defs/d8999"]);
  });

  it("says how to mend a keyword in the wrong case or the wrong draft", () => {
    const hint = (schema: unknown) =>
      gateSchema(readJson(JSON.stringify(schema), { file: "s.json", profile: "registry" }))[0]?.hint;
    expect(hint({ additionalproperties: {} })).toBe('write it as "additionalProperties"');
    expect(hint({ $schema: dialectUri["draft-07"], prefixItems: [{}] })).toMatch(/another draft/);
  });
});
