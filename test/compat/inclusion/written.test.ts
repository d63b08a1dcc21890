import { describe, expect, it } from "vitest";
import { makeArena } from "../../../src/compat/inclusion/arena.ts";
import { decide } from "../../../src/compat/inclusion/index.ts";
import { makeHolds } from "../../../src/compat/inclusion/holds.ts";
import { findPlaces } from "../../../src/compat/inclusion/places.ts";
import { translate } from "../../../src/compat/inclusion/translate.ts";
import { writtenBy } from "../../../src/compat/inclusion/written.ts";
import { evaluator } from "../../../src/evaluate/index.ts";
import type { Dialect, Json, Schema } from "../../../src/model.ts";
import { indexSchema } from "../../../src/schema/resources.ts";
import { type Chance, edited, makeChance, randomSchema, randomValue } from "./random-schema.ts";

const dialects: readonly [Dialect, ...Dialect[]] = ["2020-12", "draft-07", "2019-09", "draft-06", "draft-04"];

const seeds = Number(process.env.WRITTEN_SEEDS ?? 1_600);

/** The engine's reading of "a writer may put this", value in hand; undefined where the schema cannot be read. */
function writtenFormula(schema: Schema, dialect: Dialect) {
  const places = findPlaces(indexSchema(schema, { dialect }), 0);
  if (places.endless !== undefined || places.tooMany) return undefined;
  const arena = makeArena();
  const done = translate(places.all, arena, new Map(), new Map());
  const literalOf = (place: (typeof places.all)[number]) => done.get(place)?.literal ?? 1;
  const written = writtenBy(places.root, literalOf, arena, places.all.length);
  const holds = makeHolds(arena, new Map());
  return (value: Json) => holds(arena.and([literalOf(places.root), written]), value);
}

/** Objects more often than not: they are what record semantics is about. */
function likelyObject(chance: Chance): Json {
  if (chance.chance(0.3)) return randomValue(chance, 3);
  const names = ["a", "b", "ab", "c", "d"].filter(() => chance.chance(0.4));
  return Object.fromEntries(names.map((name) => [name, randomValue(chance, 2)]));
}

describe("what a writer may put, as a formula", () => {
  it(`leaves out nothing that the evaluator lets a writer write, and little is too wide (seeds 1 to ${seeds})`, () => {
    const wrong: string[] = [];
    const tally = { asked: 0, writable: 0, kept: 0, wide: 0 };
    for (let seed = 1; seed <= seeds; seed++) {
      const chance = makeChance(seed);
      const dialect = chance.pick(dialects);
      const schema = randomSchema(chance, dialect);
      const formula = writtenFormula(schema, dialect);
      if (formula === undefined) continue;
      const judge = evaluator(schema, { dialect });
      for (let count = 0; count < 12; count++) {
        const value = likelyObject(chance);
        if (!judge.accepts(value)) continue;
        tally.asked++;
        const [may, says] = [judge.mayWrite(value), formula(value)];
        if (may && says === false) wrong.push(`seed ${seed}: ${JSON.stringify({ dialect, schema, value })}`);
        if (may) tally.writable++;
        else if (says === false) tally.kept++;
        else tally.wide++;
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(tally.writable).toBeGreaterThan(2_000);
    expect(tally.kept).toBeGreaterThan(500);
    // Wider than the truth costs an answer, never a wrong one.
    expect(tally.wide / (tally.kept + tally.wide)).toBeLessThan(0.05);
  });

  it(`never calls compatible what a writable document refutes (seeds 1 to ${seeds / 8})`, () => {
    const wrong: string[] = [];
    const verdicts = { compatible: 0, incompatible: 0, undecided: 0 };
    for (let seed = 1; seed <= seeds / 8; seed++) {
      const chance = makeChance(seed);
      const dialect = chance.pick(dialects);
      const old = randomSchema(chance, dialect);
      const next = edited(old, chance, dialect);
      const { verdict } = decide(old, next, { dialect, semantics: "record", budget: 4_000 });
      verdicts[verdict]++;
      if (verdict !== "compatible") continue;
      const [writes, reads] = [evaluator(old, { dialect }), evaluator(next, { dialect })];
      for (let count = 0; count < 30; count++) {
        const value = likelyObject(chance);
        if (writes.mayWrite(value) && !reads.accepts(value)) {
          wrong.push(`seed ${seed}: ${JSON.stringify({ dialect, old, next, value })}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(verdicts.compatible).toBeGreaterThan(50);
    expect(verdicts.undecided).toBeLessThan(40);
  });

  it(`holds the laws of records: what is written can be read, and an optional member breaks nobody (seeds 1 to ${seeds / 8})`, () => {
    for (let seed = 1; seed <= seeds / 8; seed++) {
      const chance = makeChance(seed);
      const random = randomSchema(chance, "2020-12");
      const options = { semantics: "record", budget: 20_000 } as const;
      expect([seed, decide(random, random, options)]).toEqual([seed, { verdict: "compatible" }]);
      const record = { type: "object", properties: { a: random }, required: ["a"] } as const;
      const grown = { ...record, properties: { ...record.properties, z: randomSchema(chance, "2020-12") } };
      // References from "#" into a random schema would change what they mean inside a record.
      if (JSON.stringify(grown).includes("$ref")) continue;
      expect([seed, decide(record, grown, options).verdict]).toEqual([seed, "compatible"]);
      expect([seed, decide(grown, record, options).verdict]).toEqual([seed, "compatible"]);
    }
  });
});
