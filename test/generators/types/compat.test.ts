import { expect, test } from "vitest";
import { types } from "../../../generators/types/index.ts";
import type { JsonObject } from "../../../src/model.ts";
import { compile } from "./tsc.ts";
import { unit } from "./units.ts";

const open = (...values: readonly string[]) => ({ anyOf: [{ enum: values }, { type: "string" }] });
const one = {
  type: "object",
  properties: {
    id: { type: "string" },
    status: open("on"),
    tags: { type: "array", items: { type: "string" } },
  },
  required: ["id"],
};
const with_ = (properties: JsonObject, parts: JsonObject = {}) => ({
  ...one,
  ...parts,
  properties: { ...one.properties, ...properties },
});

const tuple = (length: number) => ({
  type: "array",
  prefixItems: Array.from({ length }, () => ({ type: "number" })),
  items: false,
  minItems: length,
});
const choice = (kinds: readonly string[], isOpen = false): JsonObject => ({
  type: "object",
  properties: { kind: isOpen ? open(...kinds) : { enum: [...kinds] } },
  required: ["kind"],
  allOf: kinds.map((kind) => ({
    if: { properties: { kind: { const: kind } } },
    then: { properties: { [kind]: { type: "string" } }, required: [kind] },
  })),
});

type Step = readonly [from: JsonObject, to: JsonObject, policy?: string];

const quiet: Readonly<Record<string, Step>> = {
  "nothing changed": [one, one],
  "a member added": [one, with_({ note: { type: "string" } })],
  "a value added to an open enum": [one, with_({ status: open("on", "off") })],
  "a member added where all are optional": [
    { ...one, required: [] },
    with_({ note: { type: "string" } }, { required: [] }),
  ],
  "a member added to a nested object": [
    with_({ by: { type: "object", properties: { a: { type: "string" } } } }),
    with_({ by: { type: "object", properties: { a: { type: "string" }, b: { type: "number" } } } }),
  ],
  "a member no longer required, where only new readers count": [one, { ...one, required: [] }, "backward"],
  "a member newly required, where only old readers count": [
    one,
    { ...one, required: ["id", "status"] },
    "forward",
  ],
  "a closed enum grew, where only new readers count": [
    with_({ kind: { enum: ["a"] } }),
    with_({ kind: { enum: ["a", "b"] } }),
    "backward",
  ],
  "a closed enum shrank, where only old readers count": [
    with_({ kind: { enum: ["a", "b"] } }),
    with_({ kind: { enum: ["a"] } }),
    "forward",
  ],
  "an optional member removed, which no type forbids": [with_({ note: { type: "string" } }), one],
  "a kind added to choices that are open": [choice(["a", "b"], true), choice(["a", "b", "c"], true)],
};

const breaking: Readonly<Record<string, Step>> = {
  "a type changed": [one, with_({ id: { type: "number" } })],
  "null allowed": [one, with_({ id: { type: ["string", "null"] } })],
  "a member no longer required": [one, { ...one, required: [] }],
  "a member no longer required, where old readers count": [one, { ...one, required: [] }, "forward"],
  "a member newly required": [one, { ...one, required: ["id", "status"] }],
  "a closed enum grew": [with_({ kind: { enum: ["a"] } }), with_({ kind: { enum: ["a", "b"] } })],
  "a member newly required, where new readers count": [
    one,
    { ...one, required: ["id", "status"] },
    "backward",
  ],
  "a closed enum shrank, where new readers count": [
    with_({ kind: { enum: ["a", "b"] } }),
    with_({ kind: { enum: ["a"] } }),
    "backward",
  ],
  "an item of a list changed": [one, with_({ tags: { type: "array", items: { type: "number" } } })],
  "a tuple grew": [with_({ at: tuple(2) }), with_({ at: tuple(3) })],
  "a choice added where they are closed": [choice(["a", "b"]), choice(["a", "b", "c"])],
  "a member further down no longer required": [
    with_({ by: { type: "object", properties: { a: {} }, required: ["a"] } }),
    with_({ by: { type: "object", properties: { a: {} } } }),
  ],
  "a required member removed": [with_({ at: {} }, { required: ["id", "at"] }), one],
};

/** The generated files of each step, each step a subject of its own. */
async function filesOf(steps: Readonly<Record<string, Step>>): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const [at, [from, to, policy = "additive"]] of Object.values(steps).entries()) {
    const units = [
      unit(`a.v1/Thing${at}@1`, from, { latest: false, policy }),
      unit(`a.v1/Thing${at}@2`, to, { policy }),
    ];
    for (const each of units) for (const { path, text } of await types.files(each, {})) files.set(path, text);
    for (const { path, text } of types.index?.(units, {}) ?? []) files.set(path, text);
  }
  return files;
}

const compatFile = (at: number) => `a.v1/Thing${at}/v2.compat.ts`;

test("steps that readers do not notice compile", async () => {
  const files = await filesOf(quiet);
  for (const at of Object.keys(quiet).keys()) expect(files.has(compatFile(at))).toBe(true);
  expect(compile(files)).toEqual([]);
});

test("steps that break a reader do not compile, each in its own file", async () => {
  const refused = new Set(compile(await filesOf(breaking)).map(({ file }) => file));
  expect([...refused].sort()).toEqual([...Object.keys(breaking).keys()].map(compatFile).sort());
});

test("where nothing is promised, or a break was accepted, nothing is compared", async () => {
  const free = await filesOf({ broken: [one, { ...one, required: [] }, "none"] });
  expect([...free.keys()].filter((path) => path.includes("compat"))).toEqual([]);
  const units = [
    unit("a.v1/Thing@1", one),
    unit("a.v1/Thing@2", { ...one, required: [] }, { barrier: true }),
  ];
  const accepted = types.index?.(units, {}) ?? [];
  expect(accepted.filter(({ path }) => path.includes("compat"))).toEqual([]);
});
