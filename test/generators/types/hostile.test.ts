import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emitTypes } from "../../../generators/types/index.ts";
import { assertOnlyTypes } from "../../../generators/types/reparse.ts";
import type { Schema } from "../../../src/model.ts";
import { compile } from "./tsc.ts";

const hostileFile = join(import.meta.dirname, "../../fixtures/types/hostile-text.schema.json");
const hostile = JSON.parse(readFileSync(hostileFile, "utf8")) as Schema;

/** What is left of a file when its types are erased: nothing, unless text of the schema became code. */
async function codeIn(text: string): Promise<string> {
  const { code } = await transform(text, { loader: "ts", tsconfigRaw: "{}" });
  return code.trim();
}

describe("text of a schema stays text", () => {
  test("a file of types holds no code at all, whatever its schema says", async () => {
    const { text, names } = await emitTypes(hostile, { name: "Root" });
    expect(await codeIn(text)).toBe("");
    const declared = [...text.matchAll(/^export .*$/gm)].map(
      ([line]) => /^export type ([\w$]+) =/.exec(line)?.[1],
    );
    expect(declared).toEqual(names);
    expect(text).not.toMatch(/[\u2028\u2029\u202a-\u202e]/);
  });

  test("any text anywhere: names, prose, values, patterns", async () => {
    const nasty = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom(
        "*/",
        "`$" + "{x}`",
        "\\",
        '"',
        "\u2028",
        "*/ */",
        "//",
        "then",
        "__proto__",
        "@deprecated",
        "a*\\/",
      ),
    );
    const schema = fc.tuple(nasty, nasty, nasty, nasty).map(
      ([name, prose, value, pattern]): Schema => ({
        title: prose,
        description: `${value}${prose}`,
        properties: Object.fromEntries([
          [name, { description: prose, enum: [value, prose, 1], default: value, examples: [prose] }],
          ["ref", { $ref: "#/$defs/only" }],
        ]),
        patternProperties: { [`^${pattern.replaceAll(/[^\w*/`$ ]/g, "")}`]: { const: prose } },
        $defs: { only: { type: "string", description: pattern, deprecated: true, "x-sunset": value } },
      }),
    );
    await fc.assert(
      fc.asyncProperty(schema, async (each) => {
        const { text } = await emitTypes(each, { name: "Root" });
        expect(await codeIn(text)).toBe("");
        expect(text.match(/^export /gm)).toHaveLength(2);
      }),
      { numRuns: 150 },
    );
  });

  test("reading back refuses what was not meant", () => {
    const fine = 'export type A = { a: "x" };\n';
    expect(() => assertOnlyTypes(fine, ["A"])).not.toThrow();
    for (const text of [
      `${fine}export const x = 1;\n`,
      `${fine}export type B = string;\n`,
      `/* a */ */\n${fine}`,
      'export type A = "unfinished;\n',
      ["export type A = `$", "{evil}`;\n"].join(""),
      `${fine}import "x";\n`,
      "export type A = { a: string;\n",
    ]) {
      expect(() => assertOnlyTypes(text, ["A"])).toThrow(/generated types/);
    }
  });
});

describe("names", () => {
  test("reserved words, other alphabets and names that differ in case alone get stable names", async () => {
    const definitions = [
      "default",
      "class",
      "Class",
      "then",
      "日本",
      "1st",
      "*/",
      "Root",
      "Omit",
      "constructor",
      "",
    ];
    const $defs = Object.fromEntries(definitions.map((name) => [name, { type: "string" }]));
    const $ref = (name: string) => ({ $ref: `#/$defs/${encodeURIComponent(name.replaceAll("/", "~1"))}` });
    const schema = { properties: Object.fromEntries(definitions.map((name) => [name, $ref(name)])), $defs };
    const { text, names } = await emitTypes(schema, { name: "Root" });
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(definitions.length + 1);
    expect(compile(new Map([["root.ts", text]]))).toEqual([]);
    const more = { ...schema, $defs: { ...$defs, another: { type: "number" } } };
    expect((await emitTypes(more, { name: "Root" })).names).toEqual(names);
  });

  test("members named like what every object has take part as ordinary members", async () => {
    const schema = {
      type: "object",
      properties: { toString: { type: "string" }, constructor: { type: "number" }, hasOwnProperty: false },
      required: ["constructor"],
    };
    const { text } = await emitTypes(schema, { name: "Root" });
    const use = [
      'import type { Root } from "./root.js";',
      "declare const empty: { constructor: 1 }; export const a: Root = empty;",
      "declare const wrong: { constructor: string }; export const b: Root = wrong;",
    ];
    const errors = compile(
      new Map([
        ["root.ts", text],
        ["use.ts", use.join("\n")],
      ]),
    );
    expect(errors.map(({ line }) => line)).toEqual([3]);
  });
});

test("schemas that reach themselves through lists, tuples, unions and maps compile", async () => {
  const self = { $ref: "#" };
  const list = { type: "array", items: self };
  const schemas: readonly Schema[] = [
    list,
    { type: "array", prefixItems: [self, list], items: list },
    { type: "array", prefixItems: [{ type: "array", prefixItems: [list] }], items: self, minItems: 1 },
    { type: "array", items: { type: "array", prefixItems: [list] } },
    {
      type: "array",
      items: { anyOf: [{ type: "null" }, { type: "array", prefixItems: [{ allOf: [self, list] }] }] },
    },
    { type: "object", additionalProperties: self, patternProperties: { "^x-": list } },
    { anyOf: [self, { type: "string" }] },
    { allOf: [self, { type: "object", properties: { a: self }, required: ["a"] }] },
    { $ref: "#/$defs/a", $defs: { a: { $ref: "#/$defs/b" }, b: { anyOf: [{ $ref: "#/$defs/a" }, list] } } },
  ];
  const files = new Map<string, string>();
  for (const [at, schema] of schemas.entries()) {
    files.set(`circle-${at}.ts`, (await emitTypes(schema, { name: "Root" })).text);
  }
  expect(compile(files)).toEqual([]);
});

describe("what json-schema-to-typescript does with hostile schemas does not happen here", () => {
  const holes: Readonly<Record<string, unknown>> = {
    "a pattern key that ends its comment twice": {
      type: "object",
      patternProperties: { "*/*/ } globalThis.canary = 1; interface X { /*": { type: "string" } },
    },
    tsType: { tsType: "string; globalThis.canary = 1" },
    extends: { type: "object", extends: { $ref: "/etc/passwd" } },
    "minItems that is text": { type: "array", items: {}, minItems: "1]; globalThis.canary = 1; type x = [" },
    "a definition key": {
      $ref: "#/definitions/x;globalThis.canary=1",
      definitions: { "x;globalThis.canary=1": {} },
    },
    "a reference to a file": { $ref: "/etc/passwd" },
    "a reference to a file in an enum": { enum: [{ $ref: "/etc/passwd" }] },
    "a reference to an address": { $ref: "http://127.0.0.1:9/x.json" },
    tsEnumNames: { enum: ["a"], tsEnumNames: ["b = (globalThis.canary = 1)"] },
    "a prototype as a target": { $ref: "#/__proto__" },
  };

  test("the library alone does put such text into code, so that the tests below can fail", async () => {
    const { compile: plain } = await import("json-schema-to-typescript");
    const hole = holes["a pattern key that ends its comment twice"] as Parameters<typeof plain>[0];
    expect(await codeIn(await plain(hole, "Root", { format: false, bannerComment: "" }))).toContain("canary");
  });

  test("no code, no file, no address: tried in a child process with a canary", () => {
    const script = `
      import { build } from "esbuild";
      import { createRequire } from "node:module";
      import { pathToFileURL } from "node:url";
      const out = await build({ entryPoints: ["generators/types/index.ts"], bundle: true, write: false,
        platform: "node", format: "cjs", packages: "external" });
      const module = { exports: {} };
      new Function("module", "exports", "require", out.outputFiles[0].text)(module, module.exports, createRequire(process.cwd() + "/x.js"));
      const { transform } = await import("esbuild");
      const { createServer } = await import("node:net");
      let calls = 0;
      const net = await import("node:net");
      net.default.Socket.prototype.connect = function () { calls += 1; throw new Error("a connection"); };
      globalThis.fetch = () => { calls += 1; throw new Error("a fetch"); };
      let text = "";
      for await (const chunk of process.stdin) text += chunk;
      const told = [];
      for (const [name, schema] of Object.entries(JSON.parse(text))) {
        const emitted = await module.exports.emitTypes(schema, { name: "Root", dialect: "draft-07" });
        const { code } = await transform(emitted.text, { loader: "ts", tsconfigRaw: "{}" });
        await import("data:text/javascript," + encodeURIComponent(code));
        told.push({ name, code: code.trim(), leak: emitted.text.includes("root:x") });
      }
      console.log(JSON.stringify({ told, calls, canary: globalThis.canary ?? null }));
    `;
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      input: JSON.stringify(holes),
      encoding: "utf8",
      timeout: 30_000,
    });
    expect(run.stderr).toBe("");
    const answer = JSON.parse(run.stdout) as { told: { name: string }[]; calls: number; canary: unknown };
    expect(answer.told).toEqual(Object.keys(holes).map((name) => ({ name, code: "", leak: false })));
    expect(answer).toMatchObject({ calls: 0, canary: null });
  });

  test("work stays in bounds: doubled combinations, many branches, deep nesting, huge arrays", async () => {
    const doubled = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => {
        const next = { $ref: `#/$defs/d${at + 1}` };
        return [`d${at}`, at === 39 ? { type: "string" } : { allOf: [next, next] }];
      }),
    );
    let deep: Schema = { type: "string" };
    for (let at = 0; at < 250; at++) deep = { type: "object", properties: { a: deep } };
    const branch = (at: number) => ({
      type: "object",
      properties: { [`m${at}`]: { const: at } },
      required: [`m${at}`],
    });
    const branches = Array.from({ length: 2000 }, (_, at) => branch(at));
    const schemas: readonly Schema[] = [
      { $ref: "#/$defs/d0", $defs: doubled },
      { oneOf: branches },
      {
        type: "object",
        allOf: Array.from({ length: 12 }, (_, at) => ({ anyOf: branches.slice(at * 12, at * 12 + 12) })),
      },
      deep,
      { type: "array", items: { type: "string" }, minItems: 1e9, maxItems: 1e9 },
    ];
    const files = new Map<string, string>();
    const nest = (wrap: (inner: Schema) => Schema, levels: number) => {
      let schema: Schema = { type: "object", properties: { end: { enum: ["a", "b"] } } };
      for (let at = 0; at < levels; at++) schema = wrap(schema);
      return schema;
    };
    const nested: readonly Schema[] = [
      nest((inner) => ({ type: "array", items: inner }), 120),
      nest((inner) => ({ type: "array", prefixItems: [inner], minItems: 1 }), 60),
      nest((inner) => ({ type: "object", properties: { a: inner }, additionalProperties: false }), 120),
      nest(
        (inner) => ({ type: "object", properties: { a: inner }, additionalProperties: { type: "array" } }),
        60,
      ),
      nest((inner) => ({ properties: { a: inner }, anyOf: [{ required: ["a"] }, { required: ["b"] }] }), 60),
      nest((inner) => ({ if: { not: inner }, then: { required: ["a"] } }), 60),
      nest((inner) => ({ anyOf: [inner, { type: "object", required: ["a"] }] }), 60),
      nest((inner) => ({ oneOf: [{ not: inner }, { type: "string" }] }), 60),
      nest((inner) => ({ type: "array", prefixItems: [inner], items: inner, minItems: 1 }), 8),
    ];
    for (const [at, schema] of [...schemas, ...nested].entries()) {
      files.set(`bound-${at}.ts`, (await emitTypes(schema, { name: "Root" })).text);
    }
    expect(compile(files)).toEqual([]);
  });
});
