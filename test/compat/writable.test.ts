import { describe, expect, it } from "vitest";
import { judge, rollOut } from "../../src/compat/judge.ts";
import { decide } from "../../src/compat/prove.ts";
import { provePairs } from "../../src/compat/prove-pairs.ts";
import { survivesThinning } from "../../src/compat/survives-thinning.ts";
import { nothingIsWritable } from "../../src/compat/writable.ts";
import type { Schema } from "../../src/model.ts";

const text = { type: "string" };
const ab = [{ properties: { a: text } }, { properties: { b: text } }];
const any: Schema = { type: "object", anyOf: ab };
const one: Schema = { type: "object", oneOf: ab };

describe("a schema under which nothing can be written", () => {
  it("is compatible with nothing, in no answer", () => {
    const version = (address: string, schema: Schema) => ({ address, schema, dialect: "2020-12" as const });
    const history = [{ ...version("a.v1/A@1", any), withdrawn: false, barrier: false }];
    const judged = judge({ subject: "a.v1/A", policy: "full", history, next: version("draft", one) });
    const [pair] = judged.pairs;
    expect(pair?.forward?.verdict).toBe("undecided");
    expect(pair && rollOut(pair)).toBeUndefined();
    const errors = judged.findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ rule }) => rule)).toContain("NOTHING_WRITABLE");
    expect(errors.map(({ rule }) => rule)).not.toContain("UNDECIDED");

    const verdict = decide(one, any, { semantics: "record" });
    expect(verdict).toMatchObject({ verdict: "undecided" });
    expect(verdict).toHaveProperty("reason", expect.stringContaining("NOTHING_WRITABLE"));
    expect(decide(one, any, { semantics: "set" })).toEqual({ verdict: "compatible" });
    const { report } = provePairs([{ id: "p", old: any, new: one, expect: {} }], { semantics: "record" });
    expect(report.results.map((result) => result.verdict)).toEqual(["incompatible", "undecided"]);
  });

  it("as the older one leaves the question open, and says so", () => {
    const version = (address: string, schema: Schema) => ({ address, schema, dialect: "2020-12" as const });
    const history = [{ ...version("a.v1/A@1", one), withdrawn: false, barrier: false }];
    const { findings } = judge({
      subject: "a.v1/A",
      policy: "backward",
      history,
      next: version("draft", any),
    });
    expect(findings.filter(({ severity }) => severity === "error")).toMatchObject([
      { rule: "UNDECIDED", message: expect.stringContaining("nothing can be written") },
    ]);
  });
});

describe("survivesThinning", () => {
  const kept: readonly Schema[] = [
    { type: "object", properties: { a: text }, required: ["a"] },
    { anyOf: ab },
    {
      properties: { kind: text, n: {} },
      if: { properties: { kind: { const: "x" } } },
      then: { required: ["n"] },
    },
    { oneOf: [{ type: "object", properties: { a: text } }, { type: "null" }] },
    { type: "array", uniqueItems: true, items: { type: "string" } },
    { $ref: "#/$defs/a", $defs: { a: { properties: { a: { $ref: "#/$defs/a" } } } } },
  ];
  it.each(kept.map((schema) => [schema]))("sees that members may be left out of %j", (schema) => {
    expect(survivesThinning(schema, "2020-12")).toBe(true);
    expect(nothingIsWritable(schema, {})).toBe(false);
  });

  const fragile: readonly Schema[] = [
    { properties: { a: text }, minProperties: 2 },
    { oneOf: ab },
    { properties: { a: text }, if: { required: ["b"] }, else: false },
    { properties: { a: text }, not: { maxProperties: 1 } },
    { items: { properties: { a: { const: 1 } } }, uniqueItems: true, minItems: 3 },
    {
      items: { properties: { a: text } },
      contains: { maxProperties: 1 },
      maxContains: 0,
      minContains: 0,
      minItems: 1,
    },
    { const: { a: {} } },
    { $ref: "https://elsewhere.example/" },
    { $ref: "#/x-held", "x-held": { properties: { a: text }, minProperties: 2 } },
    { properties: { a: text }, $dynamicRef: "#" },
  ];
  it.each(fragile.map((schema) => [schema]))("does not say so of %j", (schema) => {
    expect(survivesThinning(schema, "2020-12")).toBe(false);
  });
});
