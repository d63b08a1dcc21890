import { dissentReason } from "../../../src/compat/inclusion/dissents.ts";
import { decide, makeAjvOracle } from "../../../src/compat/inclusion/index.ts";
import type { Oracle } from "../../../src/compat/inclusion/oracle.ts";
import { makeTypeBoxOracle } from "../../../src/compat/inclusion/typebox-oracle.ts";
import { type Evaluator, evaluator } from "../../../src/evaluate/index.ts";
import type { Dialect, Json, JsonObject, Schema, Semantics, Verdict } from "../../../src/model.ts";
import { isArray, isObject } from "../../../src/schema/json.ts";
import { against, likeness, widened, widerAround, withoutDefinitions } from "./by-construction.ts";
import { dialects, isReadable, type RandomPair } from "./random-pairs.ts";
import { type Chance, edited, makeChance, randomSchema, randomValue } from "./random-schema.ts";

/** How a pair came about; three of the four say what the verdict cannot be. */
export type Kind = "edited" | "unrelated" | "widened" | "separated";

/** A verdict that something shows to be wrong. */
export interface Contradiction {
  readonly seed: number;
  readonly kind: Kind;
  readonly dialect: Dialect;
  readonly semantics: Semantics;
  readonly from: Schema;
  readonly to: Schema;
  readonly verdict: Verdict | undefined;
  readonly because: string;
  readonly document: Json;
}

export interface Tally {
  pairs: number;
  questions: number;
  compatible: number;
  incompatible: number;
  undecided: number;
  /** Documents held against the verdicts. */
  documents: number;
  /** Of these, so many by Ajv too. */
  byAjv: number;
  /** Witnesses shown to TypeBox, and how many of them it lets tell the schemas apart. */
  shownToTypeBox: number;
  byTypeBox: number;
}

export function newTally(): Tally {
  return {
    pairs: 0,
    questions: 0,
    compatible: 0,
    incompatible: 0,
    undecided: 0,
    documents: 0,
    byAjv: 0,
    shownToTypeBox: 0,
    byTypeBox: 0,
  };
}

interface Made extends RandomPair {
  readonly kind: Kind;
  /** Accepted by `old` and rejected by `next`, by construction. */
  readonly between: readonly Json[];
}

const ajv = makeAjvOracle();
const typebox = makeTypeBoxOracle();
const none = new Map<string, (text: string) => boolean>();

/** Everything one seed has to say: a pair, its questions in both semantics, and what contradicts the answers. */
export function* hunt(seed: number, tally: Tally): Generator<Contradiction> {
  const chance = makeChance(seed);
  const made = makePair(chance);
  if (made === undefined) return;
  tally.pairs++;
  const { dialect, old, next, kind, between } = made;
  const [a, b] = [evaluator(old, { dialect }), evaluator(next, { dialect })];
  for (const document of between) {
    if (a.accepts(document) && !b.accepts(document)) continue;
    yield told(old, next, "set", undefined, "the evaluator denies what construction says", document);
  }
  const semantics: readonly Semantics[] = seed % 2 === 0 ? ["set", "record"] : ["set"];
  const asked = semantics.flatMap((meaning) => [ask(meaning, old, next), ask(meaning, next, old)]);
  const documents = [...between, ...Array.from({ length: 8 }, () => randomValue(chance, 3))];
  for (const { verdict } of asked) {
    if (verdict.verdict !== "incompatible") continue;
    documents.push(verdict.witness.instance, ...neighbours(verdict.witness.instance, chance));
  }
  for (const { meaning, from, to, verdict } of asked) {
    tally.questions++;
    tally[verdict.verdict]++;
    const [writer, reader] = from === old ? [a, b] : [b, a];
    const separates = (document: Json) => tells(writer, reader, meaning, document);
    if (verdict.verdict === "compatible") {
      tally.documents += documents.length;
      const document = documents.find(separates);
      if (document !== undefined)
        yield told(from, to, meaning, verdict, "a document of old that next rejects", document);
      if (seed % 50 === 0 && meaning === "set") yield* secondOpinion(from, to, verdict, documents);
    } else if (verdict.verdict === "incompatible") {
      const { instance } = verdict.witness;
      if (seed % 5 === 0) {
        tally.shownToTypeBox++;
        if (convinces(instance, from, to)) tally.byTypeBox++;
      }
      if (!separates(instance))
        yield told(from, to, meaning, verdict, "its witness tells nothing apart", instance);
      if (seed % 20 === 0 && verdict.witness.dissent === undefined)
        yield* secondWitness(from, to, verdict, instance);
      if (kind === "widened" && from === old)
        yield told(from, to, meaning, verdict, "next is wider by construction", instance);
    }
  }

  /** One seed in twenty takes the way users take; the others trust the evaluator with witnesses. */
  function ask(meaning: Semantics, from: Schema, to: Schema) {
    const oracle: Oracle = { name: "nobody", compile: (schema) => () => schema === from };
    const verdict = decide(from, to, { dialect, semantics: meaning, ...(seed % 20 !== 0 && { oracle }) });
    return { meaning, from, to, verdict };
  }

  function convinces(document: Json, from: Schema, to: Schema): boolean {
    try {
      const [writes, reads] = [from, to].map((schema) => typebox.compile(schema, { dialect, formats: none }));
      return writes?.(document) === true && reads?.(document) === false;
    } catch {
      return false;
    }
  }

  function told(
    from: Schema,
    to: Schema,
    semantics: Semantics,
    verdict: Verdict | undefined,
    because: string,
    document: Json,
  ): Contradiction {
    return { seed, kind, dialect, semantics, from, to, verdict, because, document };
  }

  /** The same documents by a validator that shares nothing with us. */
  function* secondOpinion(from: Schema, to: Schema, verdict: Verdict, documents: readonly Json[]) {
    if (dissentReason("Ajv", [from, to]) !== undefined) return;
    try {
      const [writes, reads] = [from, to].map((schema) => ajv.compile(schema, { dialect, formats: none }));
      tally.byAjv += documents.length;
      const document = documents.find((one) => writes?.(one) && !reads?.(one));
      if (document !== undefined) yield told(from, to, "set", verdict, "Ajv separates them", document);
    } catch {
      // What Ajv cannot read it has no opinion of.
    }
  }

  function* secondWitness(from: Schema, to: Schema, verdict: Verdict, document: Json) {
    try {
      const [writes, reads] = [from, to].map((schema) => ajv.compile(schema, { dialect, formats: none }));
      tally.byAjv++;
      if (!writes?.(document) || reads?.(document))
        yield told(from, to, "set", verdict, "Ajv does not tell them apart by the witness", document);
    } catch {
      // As above.
    }
  }
}

function tells(writer: Evaluator, reader: Evaluator, semantics: Semantics, document: Json): boolean {
  const written = semantics === "record" ? writer.mayWrite(document) : writer.accepts(document);
  return written && !reader.accepts(document);
}

function makePair(chance: Chance): Made | undefined {
  const dialect = chance.pick(dialects);
  const kind = chance.pick<Kind>(["edited", "edited", "unrelated", "widened", "separated", "separated"]);
  const old = randomSchema(chance, dialect);
  const pair = pairOf(kind, old, chance, dialect);
  const readable = pair !== undefined && isReadable(pair.old, dialect) && isReadable(pair.next, dialect);
  return readable ? { dialect, kind, ...pair } : undefined;
}

function pairOf(
  kind: Kind,
  old: Schema,
  chance: Chance,
  dialect: Dialect,
): Pick<Made, "old" | "next" | "between"> | undefined {
  if (kind === "edited") return { old, next: edited(old, chance, dialect), between: [] };
  if (kind === "unrelated") return { old, next: randomSchema(chance, dialect), between: [] };
  // A reference to the root would point elsewhere once the root is inside something.
  if (!isObject(old) || /"#"/.test(JSON.stringify(old))) return undefined;
  const definitions = definitionsOf(old);
  const plain = withoutDefinitions(old);
  if (kind === "widened") {
    if (/unevaluated/.test(JSON.stringify(old))) return undefined;
    const next = chance.chance(0.5) ? widened(plain, chance) : widerAround(plain, chance, dialect);
    return next && { old, next: { ...definitions, ...next }, between: [] };
  }
  const document = documentOf(old, chance, dialect);
  if (document === undefined) return undefined;
  const wider = chance.chance(0.5) ? plain : widerAround(plain, chance, dialect);
  const writer = { ...definitions, ...wider };
  const rejects = against(document, chance, dialect);
  const next = chance.pick<JsonObject>([
    { allOf: [wider, rejects] },
    { ...definitions, ...rejects },
    {
      anyOf: [{ allOf: [wider, rejects] }, { not: { anyOf: [wider, likeness(document, chance, dialect)] } }],
    },
    { oneOf: [wider, likeness(document, chance, dialect)] },
    { not: { anyOf: [{ not: wider }, likeness(document, chance, dialect)] } },
  ]);
  return { old: writer, next: { ...definitions, ...next }, between: [document] };
}

function definitionsOf({ $defs, definitions }: JsonObject): JsonObject {
  return { ...($defs !== undefined && { $defs }), ...(definitions !== undefined && { definitions }) };
}

/** Some document the schema accepts. */
function documentOf(schema: Schema, chance: Chance, dialect: Dialect): Json | undefined {
  if (!isReadable(schema, dialect)) return undefined;
  const judge = evaluator(schema, { dialect });
  for (let tries = 0; tries < 12; tries++) {
    const value = randomValue(chance, 3);
    if (judge.accepts(value)) return value;
  }
  const verdict = decide(
    schema,
    { not: {} },
    {
      dialect,
      budget: 20_000,
      oracle: { name: "nobody", compile: (asked) => () => asked === schema },
    },
  );
  return verdict.verdict === "incompatible" ? verdict.witness.instance : undefined;
}

/** Documents one step away: where a bound was misread, one of them tells. */
function neighbours(value: Json, chance: Chance): readonly Json[] {
  if (typeof value === "number") return [value + 1, value - 1, value + 0.5, -value];
  if (typeof value === "string") return [`${value}a`, value.slice(1), `b${value}`];
  if (isArray(value)) {
    const at = chance.below(value.length);
    const item = value[at];
    const changed = item === undefined ? [] : neighbours(item, chance).map((one) => value.with(at, one));
    return [value.slice(1), [...value, null], [...value, value[0] ?? "a"], ...changed];
  }
  if (!isObject(value)) return [null, true, false, {}, []];
  const names = Object.keys(value);
  const name = names[chance.below(names.length)];
  const { [name ?? ""]: member = null, ...less } = value;
  const changed =
    name === undefined ? [] : neighbours(member, chance).map((one) => ({ ...value, [name]: one }));
  return [less, { ...value, c: null }, { ...value, a: 1 }, ...changed];
}
