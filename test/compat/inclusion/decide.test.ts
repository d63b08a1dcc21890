import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { decide } from "../../../src/compat/inclusion/index.ts";
import { makeTypeBoxOracle } from "../../../src/compat/inclusion/typebox-oracle.ts";
import type { Verdict } from "../../../src/model.ts";

describe("decide", () => {
  it("answers with a witness people can read", () => {
    const old = {
      type: "object",
      properties: { costUsd: { type: ["number", "string"] }, note: { type: "string" } },
      required: ["note"],
    };
    const next = { ...old, properties: { ...old.properties, costUsd: { type: "number" } } };
    const verdict = decide(old, next);
    expect(verdict).toMatchObject({
      verdict: "incompatible",
      witness: {
        instance: { note: "", costUsd: "" },
        errors: [{ pointer: "/costUsd", keyword: "type" }],
      },
    });
  });

  it("shrinks what the search happened to find", () => {
    const old = { type: "array", contains: { const: "needle" }, minItems: 1 };
    const verdict = decide(old, { not: { contains: { const: "needle" } } });
    expect(verdict).toMatchObject({ witness: { instance: ["needle"] } });
  });

  it("compares across dialects", () => {
    const flagged = { type: "number", minimum: 1, exclusiveMinimum: true };
    const plain = { type: "number", exclusiveMinimum: 1 };
    expect(decide(flagged, plain, { oldDialect: "draft-04" }).verdict).toBe("compatible");
    expect(decide(plain, flagged, { nextDialect: "draft-04" }).verdict).toBe("compatible");
  });

  it("believes no witness that the second opinion rejects without a known reason", () => {
    const contrary = { name: "contrary", compile: () => () => true };
    const verdict = decide({ type: "string" }, { type: "number" }, { oracle: contrary });
    expect(verdict.verdict).toBe("undecided");
  });

  it("says so where the second opinion is known to err", () => {
    const verdict = decide({ const: 0.3 }, { not: { multipleOf: 0.1 } });
    expect(verdict.verdict === "incompatible" ? verdict.witness.dissent : verdict).toMatch(/floating point/);
  });

  it("asks Ajv itself where it is known to dissent, and TypeBox then", () => {
    const next = { items: [{ type: "integer" }], contains: { const: 1 } };
    const verdict = decide({ type: "array", maxItems: 0 }, next, { dialect: "draft-07" });
    expect(verdict.verdict === "incompatible" ? verdict.witness.dissent : verdict).toMatch(
      /skips "contains".*; TypeBox agrees$/,
    );
  });

  it("asks a second validator where the first dissents", () => {
    const second = makeTypeBoxOracle();
    const dissent = (verdict: Verdict) =>
      verdict.verdict === "incompatible" ? verdict.witness.dissent : verdict;
    expect(dissent(decide({ const: 0.3 }, { not: { multipleOf: 0.1 } }, { second }))).toMatch(
      /; TypeBox agrees$/,
    );
    const broken = {
      name: "broken",
      compile: () => {
        throw new Error("no");
      },
    };
    expect(dissent(decide({ type: "string" }, { type: "number" }, { oracle: broken, second }))).toMatch(
      /\(no\); TypeBox agrees$/,
    );
    expect(decide({ type: "string" }, { type: "number" }, { oracle: broken, second: broken }).verdict).toBe(
      "undecided",
    );
  });

  it("decides patterns that only older validators read, and says that Ajv does not", () => {
    const verdict = decide({ type: "string" }, { pattern: "^a\\-b$" });
    expect(verdict.verdict === "incompatible" ? verdict.witness.dissent : verdict).toMatch(
      /without the u flag/,
    );
  });

  it("is not spoilt by a schema that the second opinion could not compile before", () => {
    const refused = { $id: "https://a.b/same", type: "no-such-type" };
    for (let round = 0; round < 2; round++) {
      const verdict = decide({}, refused);
      expect(verdict.verdict === "incompatible" ? verdict.witness.dissent : verdict).toMatch(
        /types that do not exist/,
      );
      expect(decide({ $id: "https://a.b/same" }, { $id: "https://a.b/same", type: "null" })).toMatchObject({
        verdict: "incompatible",
        witness: expect.not.objectContaining({ dissent: expect.anything() }),
      });
    }
  });

  it("names the keyword that was too much", () => {
    const heavy = {
      type: "string",
      allOf: [{ pattern: "^(a|b)*a(a|b){20}$" }, { pattern: "^(a|b)*b(a|b){20}$" }],
    };
    const verdict = decide(
      { type: "object", properties: { id: heavy }, required: ["id"] },
      { type: "object", maxProperties: 0 },
    );
    expect(verdict).toMatchObject({
      verdict: "undecided",
      pointer: expect.stringContaining("/properties/id"),
    });
  });

  it.each([true, false])(
    "runs in a browser: no built-in module, code from strings allowed: %s",
    async (strings) => {
      const { outputFiles, warnings } = await build({
        entryPoints: ["src/compat/inclusion/index.ts"],
        bundle: true,
        write: false,
        platform: "browser",
        format: "iife",
        globalName: "waybill",
        logLevel: "silent",
      });
      const text = outputFiles[0]?.text ?? "";
      expect(warnings).toEqual([]);
      expect(text).not.toMatch(/from "node:|require\("(fs|path|url|util)"\)/);
      // A page has these beside the language itself.
      const page = createContext(
        { URL, TextEncoder, performance },
        { codeGeneration: { strings, wasm: false } },
      );
      runInContext(text, page);
      const ask = (old: string, next: string) =>
        JSON.parse(runInContext(`JSON.stringify(waybill.decide(${old}, ${next}))`, page));
      expect(ask('{type: "integer"}', '{type: "number"}')).toEqual({ verdict: "compatible" });
      expect(ask('{type: "number", maximum: 3}', '{type: "integer"}')).toMatchObject({
        verdict: "incompatible",
        witness: { errors: [{ keyword: "type" }] },
      });
    },
  );
});
