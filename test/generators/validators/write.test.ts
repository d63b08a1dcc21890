import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { evaluator } from "../../../src/evaluate/index.ts";
import type { Schema } from "../../../src/model.ts";
import { hostileNames, instances, schemas } from "./arbitrary.ts";
import { openFolder } from "./load.ts";

const folder = openFolder();
afterAll(folder.close);

const record: Schema = {
  type: "object",
  properties: {
    id: { type: "string" },
    labels: { type: "object", additionalProperties: { type: "string" } },
    anything: { type: "object" },
    actor: { $ref: "#/$defs/actor" },
    list: { type: "array", items: { $ref: "#/$defs/actor" } },
  },
  anyOf: [{ properties: { kind: { const: "a" }, extra: true }, required: ["kind"] }, true],
  $defs: { actor: { properties: { name: true } } },
};

describe("the writer form", () => {
  it("flags what nobody declares, and leaves maps alone", async () => {
    const { isThing, validateWriteThing, assertWriteThing } = await folder.load(record);
    expect(
      validateWriteThing({ id: "a", labels: { x: "y" }, anything: { goes: 1 }, actor: { name: 1 } }),
    ).toEqual([]);
    const unknown = { id: "a", more: 1, list: [{ name: 1 }, { nome: 1 }] };
    expect(isThing(unknown)).toBe(true);
    expect(validateWriteThing(unknown)).toEqual([
      expect.objectContaining({ keyword: "undeclared", pointer: "", params: { undeclaredProperty: "more" } }),
      expect.objectContaining({
        keyword: "undeclared",
        pointer: "/list/1",
        params: { undeclaredProperty: "nome" },
      }),
    ]);
    expect(() => assertWriteThing(unknown)).toThrow(
      'must not have the member "more", which the schema does not declare',
    );
  });

  it("counts what an alternative declares only where it accepts", async () => {
    const { validateWriteThing } = await folder.load(record);
    expect(validateWriteThing({ kind: "a", extra: 1 })).toEqual([]);
    expect(validateWriteThing({ kind: "b", extra: 1 })).toHaveLength(2);
  });

  it("answers the same errors as the reader form where a value is not accepted", async () => {
    const { validateThing, validateWriteThing } = await folder.load(record);
    expect(validateWriteThing({ id: 1, more: 1 })).toEqual(validateThing({ id: 1, more: 1 }));
  });

  it("agrees with the evaluator on random schemas", async () => {
    const seed = 20_260_303;
    let written = 0;
    for (const [at, schema] of fc.sample(schemas(hostileNames), { seed, numRuns: 50 }).entries()) {
      const { validateWriteThing } = await folder.load(schema);
      const { mayWrite } = evaluator(schema);
      for (const instance of fc.sample(instances(hostileNames), { seed: seed + at, numRuns: 15 })) {
        const ours = validateWriteThing(instance).length === 0;
        expect(ours, `seed ${seed}: ${JSON.stringify({ schema, instance })}`).toBe(mayWrite(instance));
        if (ours) written++;
      }
    }
    expect(written).toBeGreaterThan(100);
  });
});
