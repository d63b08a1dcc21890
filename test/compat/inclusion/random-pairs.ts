import { decide } from "../../../src/compat/inclusion/index.ts";
import { type Evaluator, evaluator } from "../../../src/evaluate/index.ts";
import type { Dialect, Json, Schema, Verdict } from "../../../src/model.ts";
import { type Chance, edited, makeChance, randomSchema, randomValue } from "./random-schema.ts";

export const dialects = ["draft-04", "draft-06", "draft-07", "2019-09", "2020-12"] as const;

export interface RandomPair {
  readonly dialect: Dialect;
  readonly old: Schema;
  readonly next: Schema;
}

/** A schema and an edited copy, or another schema; undefined where a validator cannot read one of them. */
export function randomPair(seed: number): RandomPair | undefined {
  const chance = makeChance(seed);
  const dialect = chance.pick(dialects);
  const old = randomSchema(chance, dialect);
  const next = chance.chance(0.75) ? edited(old, chance, dialect) : randomSchema(chance, dialect);
  return isReadable(old, dialect) && isReadable(next, dialect) ? { dialect, old, next } : undefined;
}

export function isReadable(schema: Schema, dialect: Dialect): boolean {
  try {
    evaluator(schema, { dialect }).accepts(null);
    return true;
  } catch {
    return false;
  }
}

/** Documents that may tell the two apart: random ones, and witnesses of questions that narrow one side. */
export function documentsFor(
  { dialect, old, next }: RandomPair,
  seed: number,
  harvest: number,
): readonly Json[] {
  const chance = makeChance(seed + 1_000_000);
  const documents: Json[] = Array.from({ length: 30 }, () => randomValue(chance, 3));
  for (let round = 0; round < harvest; round++) {
    const narrowed = both(chance.pick([old, next]), randomSchema(chance, dialect));
    const verdict = decide(narrowed, dialect === "draft-04" ? { not: {} } : false, {
      dialect,
      budget: 20_000,
    });
    if (verdict.verdict === "incompatible") documents.push(verdict.witness.instance);
  }
  return documents;
}

function both(a: Schema, b: Schema): Schema {
  const { $defs, definitions, ...left } = typeof a === "boolean" ? {} : a;
  const { $defs: _, definitions: __, ...right } = typeof b === "boolean" ? {} : b;
  return {
    ...($defs !== undefined && { $defs }),
    ...(definitions !== undefined && { definitions }),
    allOf: [left, right],
  };
}

export interface Judged {
  readonly from: Schema;
  readonly to: Schema;
  readonly verdict: Verdict;
  /** A document that proves the verdict wrong. */
  readonly against: Json | undefined;
}

/** Both questions of a pair, each held against the documents and its own witness. */
export function judgePair(pair: RandomPair, seed: number, harvest: number): readonly Judged[] {
  const { dialect, old, next } = pair;
  const documents = documentsFor(pair, seed, harvest);
  const [a, b] = [evaluator(old, { dialect }), evaluator(next, { dialect })];
  return [judge(old, next, a, b), judge(next, old, b, a)];

  function judge(from: Schema, to: Schema, accepts: Evaluator, rejects: Evaluator): Judged {
    const verdict = decide(from, to, { dialect });
    const separates = (document: Json) => accepts.accepts(document) && !rejects.accepts(document);
    const against =
      verdict.verdict === "compatible"
        ? documents.find(separates)
        : verdict.verdict === "incompatible" && !separates(verdict.witness.instance)
          ? verdict.witness.instance
          : undefined;
    return { from, to, verdict, against };
  }
}

export type { Chance };
