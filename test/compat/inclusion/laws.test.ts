import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../../src/compat/inclusion/index.ts";
import type { Dialect, Json, JsonObject, Schema } from "../../../src/model.ts";
import { isArray, isObject } from "../../../src/schema/json.ts";
import { dialects } from "./random-pairs.ts";
import { type Chance, makeChance, randomSchema } from "./random-schema.ts";

/** Closed under the connectives: without definitions, and booleans spelled as objects. */
function plain(chance: Chance, dialect: Dialect): JsonObject {
  for (let tries = 0; tries < 20; tries++) {
    const schema = randomSchema(chance, dialect);
    if (!isObject(schema) || JSON.stringify(schema).includes("$ref")) continue;
    const { $defs: _, definitions: __, ...rest } = schema;
    return rest;
  }
  return { type: "object" };
}

function law(
  name: string,
  runs: number,
  holds: (a: JsonObject, b: JsonObject, c: JsonObject) => readonly [Schema, Schema][],
) {
  it(name, () => {
    const check = (seed: number) => {
      const chance = makeChance(seed);
      const dialect = chance.pick(dialects);
      const parts = [plain(chance, dialect), plain(chance, dialect), plain(chance, dialect)] as const;
      for (const [from, to] of holds(...parts)) {
        const verdict = decide(from, to, { dialect });
        expect(verdict.verdict, JSON.stringify({ seed, dialect, from, to, verdict })).not.toBe(
          "incompatible",
        );
        // The law is a theorem: an answer that gives up is counted in random.test.ts, not here.
        if (verdict.verdict === "undecided") expect(verdict.reason).toMatch(/./);
      }
    };
    fc.assert(fc.property(fc.nat(2 ** 30), check), { numRuns: runs, seed: 7, endOnFailure: true });
  });
}

const nothing = { not: {} };

describe("laws", () => {
  law("a schema is inside itself", 150, (s) => [[s, s]]);
  law("a conjunction is inside its parts", 100, (s, t) => [
    [{ allOf: [s, t] }, s],
    [{ allOf: [s, t] }, t],
  ]);
  law("a part is inside the union", 100, (s, t) => [
    [s, { anyOf: [s, t] }],
    [t, { anyOf: [s, t] }],
  ]);
  law("nothing is inside all, all are inside everything", 60, (s) => [
    [nothing, s],
    [s, {}],
  ]);
  law("twice negated is the same", 100, (s) => [
    [{ not: { not: s } }, s],
    [s, { not: { not: s } }],
  ]);
  law("nothing is both", 60, (s) => [[{ allOf: [s, { not: s }] }, nothing]]);
  law("everything is one or the other", 60, (s) => [[{}, { anyOf: [s, { not: s }] }]]);
  law("exactly one of two, spelled out", 60, (s, t) => {
    const spelled = { anyOf: [{ allOf: [s, { not: t }] }, { allOf: [t, { not: s }] }] };
    return [
      [{ oneOf: [s, t] }, spelled],
      [spelled, { oneOf: [s, t] }],
    ];
  });
  law("De Morgan", 60, (s, t) => [
    [{ not: { anyOf: [s, t] } }, { allOf: [{ not: s }, { not: t }] }],
    [{ allOf: [{ not: s }, { not: t }] }, { not: { anyOf: [s, t] } }],
  ]);
  law("distribution", 60, (s, t, u) => [
    [{ allOf: [s, { anyOf: [t, u] }] }, { anyOf: [{ allOf: [s, t] }, { allOf: [s, u] }] }],
  ]);

  it("inclusion is transitive", () => {
    const check = (seed: number) => {
      const chance = makeChance(seed);
      const dialect = chance.pick(dialects);
      const [a, b, c] = [plain(chance, dialect), plain(chance, dialect), plain(chance, dialect)];
      const says = (from: Schema, to: Schema) => decide(from, to, { dialect }).verdict;
      if (says(a, b) === "compatible" && says(b, c) === "compatible")
        expect(says(a, c), `${seed}`).toBe("compatible");
    };
    fc.assert(fc.property(fc.nat(2 ** 30), check), { numRuns: 200, seed: 7, endOnFailure: true });
  });

  it("the order of members is nothing, and the same question has the same answer", () => {
    const check = (seed: number) => {
      const chance = makeChance(seed);
      const dialect = chance.pick(dialects);
      const [a, b] = [plain(chance, dialect), plain(chance, dialect)];
      const verdict = decide(a, b, { dialect });
      expect(decide(a, b, { dialect })).toEqual(verdict);
      expect(decide(reversedSchema(a), reversedSchema(b), { dialect }).verdict).toBe(verdict.verdict);
    };
    fc.assert(fc.property(fc.nat(2 ** 30), check), { numRuns: 200, seed: 7, endOnFailure: true });
  });
});

it("what was asked before is nothing: backwards, every question has the same verdict and witness", () => {
  const questions = Array.from({ length: 150 }, (_, index) => {
    const chance = makeChance(9_000 + index);
    const dialect = chance.pick(dialects);
    return [plain(chance, dialect), plain(chance, dialect), dialect] as const;
  });
  const answer = ([from, to, dialect]: (typeof questions)[number]) => decide(from, to, { dialect });
  const forwards = questions.map(answer);
  const backwards = structuredClone(questions).reverse().map(answer).reverse();
  expect(backwards).toEqual(forwards);
});

function reversedSchema(schema: JsonObject): Schema {
  const turned = reversed(schema);
  return isObject(turned) ? turned : {};
}

function reversed(value: Json): Json {
  if (isArray(value)) return value.map(reversed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, reversed(member)] as const)
      .reverse(),
  );
}
