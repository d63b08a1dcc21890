import fc from "fast-check";
import { expect, test } from "vitest";
import { emitTypes } from "../../../generators/types/index.ts";
import { accepts } from "../../../src/evaluate/index.ts";
import type { Json, Schema } from "../../../src/model.ts";
import { compile, literalType } from "./tsc.ts";

const names = ["a", "b", "x-c", "toString"] as const;
const values: readonly Json[] = [
  "a",
  "b",
  "x-c",
  "",
  0,
  1,
  2.5,
  true,
  false,
  null,
  [],
  ["a"],
  { a: 1 },
  { b: "a" },
];

const name = fc.constantFrom(...names);
const value = fc.constantFrom(...values);

/** Schemas of every keyword that shapes a type, over few names and values so that keywords meet. */
const { schema } = fc.letrec<{ schema: Schema }>((tie) => {
  const inner = tie("schema");
  const map = fc.dictionary(name, inner, { maxKeys: 3 });
  const some = fc.array(inner, { minLength: 1, maxLength: 3 });
  const part = fc.oneof(
    fc.record({ type: fc.constantFrom("object", "array", "string", "number", "integer", "boolean", "null") }),
    fc.record({
      type: fc.uniqueArray(fc.constantFrom("object", "array", "string", "number", "null"), { minLength: 1 }),
    }),
    fc.record({ properties: map }, { requiredKeys: [] }),
    fc.record({ properties: map, required: fc.uniqueArray(name, { maxLength: 2 }) }),
    fc.record({ properties: map, additionalProperties: inner }),
    fc.record({
      patternProperties: fc.dictionary(fc.constantFrom("^x-", "^[ab]$", "c$"), inner, { maxKeys: 2 }),
    }),
    fc.record({ propertyNames: inner }),
    fc.record({ properties: map, unevaluatedProperties: inner }),
    fc.record({ unevaluatedProperties: fc.constant(false), anyOf: some }),
    fc.record({
      dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), { maxKeys: 2 }),
    }),
    fc.record({ dependentSchemas: fc.dictionary(name, inner, { maxKeys: 2 }) }),
    fc.record({ prefixItems: some, items: inner }),
    fc.record({ prefixItems: some, unevaluatedItems: inner }),
    fc.record({ items: inner, minItems: fc.nat(3), maxItems: fc.nat(4) }),
    fc.record({ contains: inner, minContains: fc.nat(2) }),
    fc.record({
      enum: fc.uniqueArray(value, { minLength: 1, maxLength: 4, selector: (each) => JSON.stringify(each) }),
    }),
    fc.record({ const: value }),
    fc.record({ anyOf: fc.constant<Schema[]>([{ enum: ["a", "b"] }, { type: "string" }]) }),
    fc.record({ allOf: some }),
    fc.record({ anyOf: some }),
    fc.record({ oneOf: some }),
    fc.record({ not: inner }),
    fc.record({ if: inner, then: inner, else: inner }, { requiredKeys: ["if"] }),
    fc.record({ pattern: fc.constantFrom("^a", "^x-", "^(a|b)$", "b$", "^ab?") }),
    fc.record({ $ref: fc.constantFrom("#/$defs/one", "#/$defs/two") }),
  );
  return {
    schema: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.boolean(),
      part,
      fc.tuple(part, part).map(([one, other]) => ({ ...one, ...other })),
      fc.tuple(part, part, part).map(([one, other, third]) => ({ ...one, ...other, ...third })),
    ) as fc.Arbitrary<Schema>,
  };
});

const document = fc.tuple(schema, schema, schema).map(([root, one, two]): Schema => {
  const $defs = { one, two };
  return typeof root === "boolean" ? { allOf: [root], $defs } : { ...root, $defs };
});

/** Instances of few names and values, so that schemas have an opinion on them. */
const { instance } = fc.letrec<{ instance: Json }>((tie) => ({
  instance: fc.oneof(
    { depthSize: "small" },
    value,
    fc.dictionary(name, tie("instance"), { maxKeys: 3 }),
    fc.array(tie("instance"), { maxLength: 3 }),
  ) as fc.Arbitrary<Json>,
}));

/** What our validator accepts of the instances; none where it cannot judge the schema (endless references). */
function accepted(document: Schema, instances: readonly Json[]): readonly Json[] {
  try {
    return instances.filter((each) => accepts(document, each));
  } catch {
    return [];
  }
}

const seed = Number(process.env.WAYBILL_SEED ?? 20_260_823);
const runs = Number(process.env.WAYBILL_RUNS ?? 250);

test(`what a validator accepts fits the type: ${runs} random schemas, seed ${seed}`, async () => {
  const files = new Map<string, string>();
  const cases = fc.sample(fc.tuple(document, fc.array(instance, { minLength: 12, maxLength: 12 })), {
    seed,
    numRuns: runs,
  });
  let assigned = 0;
  for (const [at, [each, instances]] of cases.entries()) {
    const { text } = await emitTypes(each, { name: "Root", showOpen: at % 2 === 0 });
    const lines = accepted(each, instances).map((valid, line) => {
      assigned += 1;
      return `declare const i${line}: ${literalType(valid)}; export const v${line}: Root = i${line};`;
    });
    files.set(`type-${at}.ts`, text);
    files.set(`use-${at}.ts`, [`import type { Root } from "./type-${at}.js";`, ...lines].join("\n"));
  }
  const told = compile(files).map(({ file, line, text }) => {
    const [each] = cases[Number(/\d+/.exec(file)?.[0])] ?? [];
    return { file, text, assigned: files.get(file)?.split("\n")[line - 1], schema: JSON.stringify(each) };
  });
  expect(told).toEqual([]);
  expect(assigned).toBeGreaterThan(runs);
});
