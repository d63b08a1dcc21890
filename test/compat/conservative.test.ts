import { describe, expect, it } from "vitest";
import { changes } from "../../src/compat/changes/index.ts";
import { provedByFacts } from "../../src/compat/conservative.ts";
import { decide } from "../../src/compat/inclusion/index.ts";
import type { Dialect } from "../../src/model.ts";
import { edited, makeChance, randomSchema } from "./inclusion/random-schema.ts";

const dialects: readonly [Dialect, ...Dialect[]] = ["2020-12", "draft-07", "2019-09", "draft-06", "draft-04"];
const seeds = Number(process.env.CONSERVATIVE_SEEDS ?? 600);

describe("facts about random pairs", () => {
  it(`call nothing harmless that the engine refutes (seeds 1 to ${seeds})`, () => {
    const wrong: string[] = [];
    let harmless = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const chance = makeChance(seed);
      const dialect = chance.pick(dialects);
      const old = randomSchema(chance, dialect);
      const next = edited(old, chance, dialect);
      for (const [writer, reader] of [
        [old, next],
        [next, old],
      ] as const) {
        const options = {
          semantics: "record",
          formats: "annotate",
          writerDialect: dialect,
          readerDialect: dialect,
        } as const;
        if (!provedByFacts(writer, reader, options)) continue;
        harmless++;
        const verdict = decide(writer, reader, { dialect, semantics: "record", budget: 4_000 });
        if (verdict.verdict !== "incompatible") continue;
        const { instance } = verdict.witness;
        wrong.push(`seed ${seed}: ${JSON.stringify({ dialect, writer, reader, instance })}`);
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(harmless).toBeGreaterThan(seeds / 20);
  });

  it(`are none where nothing changed (seeds 1 to ${seeds})`, () => {
    for (let seed = 1; seed <= seeds; seed++) {
      const chance = makeChance(seed);
      const dialect = chance.pick(dialects);
      const schema = randomSchema(chance, dialect);
      const options = { old: { dialect }, next: { dialect } };
      expect([seed, changes(schema, structuredClone(schema), options)]).toEqual([seed, []]);
    }
  });
});
