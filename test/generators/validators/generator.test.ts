import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validators } from "../../../generators/validators/index.ts";
import type { Unit } from "../../../src/generate/contract.ts";
import { openFolder } from "./load.ts";
import { hashOf, unit, urn } from "./units.ts";

const folder = openFolder();
afterAll(folder.close);

const text = { type: "string" };
const actor = unit("demo.v1/Actor", { type: "object", properties: { name: text }, required: ["name"] });
const started1 = unit("demo.v1/Started", { type: "object", properties: { at: text } }, { latest: false });
const startedHashes = [hashOf("demo.v1/Started", 1), hashOf("demo.v1/Started", 2)];
const started = unit(
  "demo.v1/Started",
  { type: "object", properties: { at: text, by: { $ref: urn("demo.v1/Actor", 1) } }, required: ["at"] },
  { number: 2, pins: [actor], hashes: startedHashes },
);
const tree = unit("other.v1/Tree", {
  type: "object",
  properties: { children: { type: "array", items: { $ref: "#" } } },
});
const envelope = unit(
  "demo.v1/Envelope",
  {
    type: "object",
    required: ["kind", "payload"],
    properties: {
      kind: text,
      payload: { type: "object" },
      from: { $ref: urn("demo.v1/Actor", 1), description: "Who." },
      schema: {
        type: "object",
        properties: { namespace: text, name: text, hash: { type: "string", pattern: "^[0-9a-f]{64}$" } },
      },
    },
  },
  {
    pins: [actor],
    binding: {
      discriminator: "/kind",
      payload: "/payload",
      schema: "/schema",
      map: { started: "demo.v1/Started", tree: "other.v1/Tree" },
    },
  },
);
const units: readonly Unit[] = [actor, envelope, started1, started, tree];

async function generate(into: string, options = {}) {
  for (const one of units) {
    for (const file of await validators.files(one, options))
      folder.write([{ ...file, path: `${into}/${file.path}` }]);
  }
  for (const file of validators.index?.(units, options) ?? [])
    folder.write([{ ...file, path: `${into}/${file.path}` }]);
}

beforeAll(async () => {
  await generate("accept");
  await generate("reject", { onUnknownHash: "reject" });
});

const message = (kind: string, payload: object, schema?: object) => ({
  kind,
  payload,
  ...(schema && { schema }),
});

describe("the validators generator", () => {
  it("writes one module a version, and imports a pinned version instead of printing it", async () => {
    const [module] = await validators.files(started, {});
    expect(module?.path).toBe("demo.v1/Started/v2.js");
    expect(module?.text).toContain('from "../../demo.v1/Actor/v1.js"');
    expect(module?.text).not.toContain('"name"');
    const { validateStarted, isStarted } = await folder.import("accept/demo.v1/Started/v2.js");
    expect(isStarted({ at: "", by: { name: "a" } })).toBe(true);
    expect(validateStarted({ at: "", by: { name: 1 } })).toEqual([
      expect.objectContaining({ keyword: "type", pointer: "/by/name" }),
    ]);
  });

  it("judges a pinned vocabulary by what is bundled, since it has no module", async () => {
    const word: Unit = { ...unit("words.v1/Word", { enum: ["a", "b"] }), stage: "vocabulary" };
    const said = unit(
      "demo.v1/Said",
      { type: "object", properties: { word: { $ref: urn("words.v1/Word", 1) } } },
      { pins: [word] },
    );
    for (const one of [word, said]) {
      for (const file of await validators.files(one, {})) {
        folder.write([{ ...file, path: `vocabulary/${file.path}` }]);
      }
    }
    for (const file of validators.index?.([word, said], {}) ?? []) {
      folder.write([{ ...file, path: `vocabulary/${file.path}` }]);
    }
    const { isSaid, validateSaid, validateWriteSaid } = await folder.import("vocabulary/demo.v1/index.js");
    expect(isSaid({ word: "a" })).toBe(true);
    expect(validateSaid({ word: "c" })).toEqual([expect.objectContaining({ pointer: "/word" })]);
    expect(validateWriteSaid({ word: "a" })).toEqual([]);
  });

  it("exports the latest versions from each namespace", async () => {
    const { isStarted, isEnvelope } = await folder.import("accept/demo.v1/index.js");
    expect(isStarted({})).toBe(false);
    const first = await folder.import("accept/demo.v1/Started/v1.js");
    expect(first.isStarted({})).toBe(true);
    expect(isEnvelope(message("later", {}))).toBe(true);
  });

  it("judges a payload by the subject of its kind", async () => {
    const { isEnvelope, validateEnvelope, validateWriteEnvelope } =
      await folder.import("accept/demo.v1/index.js");
    expect(isEnvelope(message("started", { at: "now" }))).toBe(true);
    expect(isEnvelope(message("started", {}))).toBe(false);
    expect(validateEnvelope(message("started", { at: 1 }))).toEqual([
      expect.objectContaining({ keyword: "type", pointer: "/payload/at" }),
    ]);
    expect(validateEnvelope(message("tree", { children: [1] }))).toEqual([
      expect.objectContaining({ pointer: "/payload/children/0" }),
    ]);
    expect(validateWriteEnvelope(message("started", { at: "now" }))).toEqual([]);
    expect(validateWriteEnvelope(message("started", { at: "now", extra: 1 }))).toEqual([
      expect.objectContaining({ keyword: "undeclared", pointer: "/payload" }),
    ]);
  });

  it("takes any version's hash, refuses another subject's, and leaves unknown ones to the options", async () => {
    const accept = await folder.import("accept/demo.v1/index.js");
    const reject = await folder.import("reject/demo.v1/index.js");
    const withHash = (hash: string) =>
      message("started", { at: "" }, { namespace: "demo.v1", name: "Started", hash });
    for (const [at, hash] of startedHashes.entries()) {
      expect(accept.validateEnvelope(withHash(hash))).toEqual([]);
      expect(reject.isEnvelope(withHash(hash))).toBe(true);
      expect(accept.payloadVersionOfEnvelope(withHash(hash))).toBe(at + 1);
    }
    const foreign = withHash(hashOf("other.v1/Tree", 1));
    expect(accept.isEnvelope(foreign)).toBe(false);
    expect(accept.validateEnvelope(foreign)).toEqual([
      expect.objectContaining({ keyword: "hash", pointer: "/schema/hash" }),
    ]);
    const unknown = withHash("ab".repeat(32));
    expect(accept.isEnvelope(unknown)).toBe(true);
    expect(accept.payloadVersionOfEnvelope(unknown)).toBe("unknown-version");
    expect(reject.isEnvelope(unknown)).toBe(false);
    expect(reject.validateEnvelope(unknown)).toEqual([expect.objectContaining({ keyword: "hash" })]);
  });

  it("refuses a block that names another subject than the kind", async () => {
    const { isEnvelope, validateEnvelope } = await folder.import("accept/demo.v1/index.js");
    const wrong = message("started", { at: "" }, { namespace: "demo.v1", name: "Stopped" });
    expect(isEnvelope(wrong)).toBe(false);
    expect(validateEnvelope(wrong)).toEqual([
      expect.objectContaining({ keyword: "x-kinds", pointer: "/schema/name" }),
    ]);
  });

  it("writes the same bytes each time, none for vocabulary", async () => {
    expect(await validators.files(envelope, {})).toEqual(await validators.files(envelope, {}));
    expect(await validators.files({ ...actor, stage: "vocabulary" }, {})).toEqual([]);
  });

  it("bundles to nothing but what is asked for", async () => {
    const entry = join(folder.folder, "accept/demo.v1/index.js");
    const bundle = async (code: string) => {
      const built = await build({
        stdin: { contents: code, resolveDir: folder.folder },
        bundle: true,
        format: "esm",
        write: false,
        logLevel: "error",
      });
      return built.outputFiles[0]?.text ?? "";
    };
    expect((await bundle(`import ${JSON.stringify(entry)}`)).replaceAll(/^\/\/.*$/gm, "").trim()).toBe("");
    const guard = await bundle(`export { isActor } from ${JSON.stringify(entry)}`);
    expect(guard).not.toMatch(/must |hashes|Started/);
  });

  it("declares types that hold under tsc --strict", () => {
    const types = join(folder.folder, "types");
    for (const one of units) {
      const file = join(types, one.namespace, one.name, `v${one.number}.ts`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `export interface ${one.name} { readonly at?: string; readonly name?: string }\n`);
    }
    // The declarations refer to types beside the validators' own folder.
    mkdirSync(join(folder.folder, "use"), { recursive: true });
    writeFileSync(
      join(folder.folder, "use/main.ts"),
      `import { type ValidationError, InvalidError, isStarted, parseEnvelope, payloadVersionOfEnvelope, validateStarted, assertStarted, hashesOfStarted } from "../accept/demo.v1/index.js";
       const value: unknown = {};
       if (isStarted(value)) value.at satisfies string | undefined;
       const errors: ValidationError[] = validateStarted(value);
       assertStarted(value);
       value.at satisfies string | undefined;
       payloadVersionOfEnvelope(parseEnvelope("")) satisfies number | "unknown-version" | undefined;
       hashesOfStarted satisfies readonly string[];
       export { errors, InvalidError };\n`,
    );
    const tsc = resolve("node_modules/.bin/tsc");
    const flags = ["--noEmit", "--strict", "--module", "NodeNext", "--target", "ES2022", "use/main.ts"];
    expect(() =>
      execFileSync(tsc, flags, { cwd: folder.folder, encoding: "utf8", stdio: "pipe" }),
    ).not.toThrow();
  });
});
