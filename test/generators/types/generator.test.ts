import { transform } from "esbuild";
import { describe, expect, test } from "vitest";
import { types } from "../../../generators/types/index.ts";
import type { Unit } from "../../../src/generate/contract.ts";
import { compile } from "./tsc.ts";
import { byType, dependencies, unit } from "./units.ts";

async function generate(...units: readonly Unit[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const each of units) for (const { path, text } of await types.files(each, {})) files.set(path, text);
  for (const { path, text } of types.index?.(units, {}) ?? []) files.set(path, text);
  return files;
}

const actor = { type: "object", properties: { name: { type: "string" } }, required: ["name"] };
const started = { type: "object", properties: { job: { type: "string" } }, required: ["job"] };
const failed = { type: "object", properties: { why: { type: "string" } }, required: ["why"] };
const envelope = {
  type: "object",
  properties: {
    id: { type: "string" },
    type: { anyOf: [{ enum: ["started", "failed"] }, { type: "string" }] },
    payload: { type: "object" },
  },
  required: ["id", "type", "payload"],
};
const kinds = byType({ started: "a.v1/Started", failed: "a.v1/Failed" });
const family = [
  unit("a.v1/Started@1", started),
  unit("a.v1/Failed@1", failed),
  unit("a.v1/Envelope@1", envelope, { binding: kinds }),
];

describe("pinned subjects", () => {
  test("that are vocabularies have no file, so their type is said in place", async () => {
    const id = "urn:waybill:a.v1:Word:1";
    const schema = {
      type: "object",
      properties: { word: { $ref: id } },
      $defs: { "a.v1/Word@1": { $id: id, enum: ["yes", "no"] } },
    };
    const [pin] = [...dependencies("a.v1/Word@1").values()];
    const pins = new Map(pin === undefined ? [] : [[id, { ...pin, stage: "vocabulary" as const }]]);
    const files = await generate(
      unit("a.v1/Word@1", { enum: ["yes", "no"] }, { stage: "vocabulary" }),
      unit("a.v1/Answer@1", schema, { dependencies: pins }),
    );
    expect(files.get("a.v1/Answer/v1.ts")).toContain('= "yes" | "no";');
    expect(compile(files)).toEqual([]);
  });

  test("are imported, never printed again, and two versions of one live side by side", async () => {
    const schema = {
      type: "object",
      properties: {
        by: { $ref: "urn:waybill:a.v1:Actor:1" },
        for: { $ref: "urn:waybill:a.v1:Actor:2" },
        other: { $ref: "urn:waybill:b.v1:Actor:2" },
        own: { $ref: "#/$defs/Local" },
      },
      $defs: {
        Local: { type: "string" },
        "a.v1/Actor@1": { $id: "urn:waybill:a.v1:Actor:1", ...actor },
        "a.v1/Actor@2": { $id: "urn:waybill:a.v1:Actor:2", ...actor },
        "b.v1/Actor@2": { $id: "urn:waybill:b.v1:Actor:2", ...actor },
      },
    };
    const pins = dependencies("a.v1/Actor@1", "a.v1/Actor@2", "b.v1/Actor@2");
    const files = await generate(
      unit("a.v1/Actor@1", actor, { latest: false }),
      unit("a.v1/Actor@2", actor),
      unit("b.v1/Actor@2", actor),
      unit("b.v1/Job@1", schema, { dependencies: pins }),
    );
    const text = files.get("b.v1/Job/v1.ts") ?? "";
    expect(text).toContain('import type { Actor } from "../../a.v1/Actor/v1.js";');
    expect(text).toContain('import type { Actor as ActorV2 } from "../../a.v1/Actor/v2.js";');
    expect(text).toContain('import type { Actor as BV1ActorV2 } from "../Actor/v2.js";');
    expect(text).toMatch(/by\?: Actor;\s+for\?: ActorV2;\s+other\?: BV1ActorV2;\s+own\?: Local;/);
    expect(text).not.toContain("name: string");
    expect(compile(files)).toEqual([]);
  });

  test("a subject's own name comes before an import of the same name", async () => {
    const schema = {
      type: "object",
      properties: { by: { $ref: "urn:waybill:a.v1:Actor:1" } },
      $defs: { "a.v1/Actor@1": { $id: "urn:waybill:a.v1:Actor:1", ...actor } },
    };
    const files = await generate(
      unit("a.v1/Actor@1", actor),
      unit("b.v1/Actor@1", schema, { dependencies: dependencies("a.v1/Actor@1") }),
    );
    expect(files.get("b.v1/Actor/v1.ts")).toContain("import type { Actor as ActorV1 }");
    expect(compile(files)).toEqual([]);
  });
});

test("comments say once since when, and show patterns as code", async () => {
  const schema = {
    type: "object",
    properties: {
      old: { description: "Old.", "x-since": 1, type: "string", minLength: 1 },
      added: {
        description: "Added.",
        "x-since": 2,
        type: "object",
        properties: {
          with: { description: "With it.", "x-since": 2, type: "string", pattern: "^a*$" },
          after: { description: "Later.", "x-since": 3, type: "string", pattern: "`" },
        },
      },
    },
  };
  const text = (await generate(unit("a.v1/Thing@3", schema))).get("a.v1/Thing/v3.ts");
  expect(text).toContain("/** Old. Not empty. */");
  expect(text).toContain("* Added.\n   * @since 2\n");
  expect(text).toContain("/** With it. Matches `^a*$`. */");
  expect(text).toContain("* Later. Matches `.\n     * @since 3\n");
});

describe("envelopes", () => {
  const use = `
import { type Envelope, isKnownKind, type KnownEnvelope } from "./a.v1/index.js";
export function read(envelope: Envelope): string {
  if (!isKnownKind(envelope)) return envelope.type;
  switch (envelope.type) {
    case "started": return envelope.payload.job;
    case "failed": return envelope.payload.why;
    default: { const nothing: never = envelope; return nothing; }
  }
}
export const written: KnownEnvelope = { id: "1", type: "failed", payload: { why: "late" } };
export const later: Envelope = { id: "1", type: "paused", payload: { until: 3 } };
`;

  test("known kinds make an exhaustive union, and others still fit", async () => {
    const files = await generate(...family);
    expect(compile(new Map([...files, ["use.ts", use]]))).toEqual([]);
  });

  test("tsc points at a switch that forgets a kind, and at the wrong payload", async () => {
    const files = await generate(...family);
    const forgetful = use.replace(/ {4}case "failed".*\n/, "");
    const wrong = use.replace('{ why: "late" }', '{ job: "late" }');
    const errors = compile(new Map([...files, ["forgetful.ts", forgetful], ["wrong.ts", wrong]]));
    expect(errors.map(({ file }) => file)).toEqual(["forgetful.ts", "wrong.ts"]);
  });

  test("payload versions move on their own: the index follows, the envelope's file stays", async () => {
    const [first, second, third] = family;
    if (first === undefined || second === undefined || third === undefined) throw new Error("three units");
    const before = await generate(...family);
    const newer = unit("a.v1/Started@2", { ...started, properties: { ...started.properties, at: {} } });
    const after = await generate({ ...first, latest: false }, newer, second, third);
    expect(after.get("a.v1/Envelope/v1.ts")).toBe(before.get("a.v1/Envelope/v1.ts"));
    expect(after.get("a.v1/Envelope/index.ts")).toContain(`"../Started/v2.js"`);
  });

  test("the guard tells kinds by own value, also where the discriminator is nested or optional", async () => {
    const nested = {
      type: "object",
      properties: {
        frame: { type: "object", properties: { type: { type: "string" } } },
        payload: { type: "object" },
      },
    };
    const binding = { discriminator: "/frame/type", payload: "/payload", map: kinds.map };
    const files = await generate(...family.slice(0, 2), unit("a.v1/Frame@1", nested, { binding }));
    expect(compile(files)).toEqual([]);
    const index = files.get("a.v1/Frame/index.ts") ?? "";
    const { code } = await transform(index.replaceAll(/^export type \*.*$/gm, ""), {
      loader: "ts",
      format: "esm",
    });
    const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      isKnownKind(value: unknown): boolean;
    };
    expect(module.isKnownKind({ frame: { type: "started" } })).toBe(true);
    expect(module.isKnownKind({ frame: { type: "toString" } })).toBe(false);
    expect(module.isKnownKind({ frame: null })).toBe(false);
    expect(module.isKnownKind({})).toBe(false);
  });
});

describe("indexes", () => {
  test("export the latest versions, and nothing of a vocabulary or a withdrawn subject", async () => {
    const files = await generate(
      unit("a.v1/Started@1", started, { latest: false }),
      unit("a.v1/Started@2", started),
      unit("a.v1/Word@1", actor, { stage: "vocabulary" }),
      unit("a.v1/Gone@1", actor, { withdrawn: true, latest: false }),
    );
    expect(files.get("a.v1/index.ts")).toContain('export type { Started } from "./Started/index.js";');
    expect(files.get("a.v1/index.ts")).not.toMatch(/Word|Gone/);
    expect(files.get("a.v1/Started/index.ts")).toContain("./v2.js");
    expect(files.get("a.v1/Gone/v1.ts")).toContain("Withdrawn");
    expect([...files.keys()].some((path) => path.includes("Word"))).toBe(false);
    expect(compile(files)).toEqual([]);
  });

  test("prose comes from the draft while the shape is the same", async () => {
    const schema = { type: "object", description: "Old words.", properties: { a: { type: "string" } } };
    const prose = {
      ...schema,
      description: "New words.",
      properties: { a: { type: "string", description: "Told." } },
    };
    const files = await generate(unit("a.v1/Told@1", schema, { prose }));
    expect(files.get("a.v1/Told/v1.ts")).toMatch(/New words[\s\S]*Told\./);
  });
});
