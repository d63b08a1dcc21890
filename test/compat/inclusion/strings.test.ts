import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatKnowledge } from "../../../src/compat/inclusion/format-languages.ts";
import { decide } from "../../../src/compat/inclusion/index.ts";
import { type Evaluator, evaluator } from "../../../src/evaluate/index.ts";
import type { JsonObject } from "../../../src/model.ts";
import { type Chance, makeChance } from "./random-schema.ts";

const formatNames = ["uuid", ...formatKnowledge.keys()] as const;
const patterns = [
  ...(["^a", "b$", "^[ab]*$", "a|c", "^(?!a)", "\\d", "^.$", "@", "^\\d{4}-", "[^]*:", "^[a-z]+$"] as const),
  ...(["\\-x", "^\\w+\\-\\w+$", "(?<=a)b", "\\bfoo", "^(?:a|b){2,3}$", "^\\S+@\\S+$", "^https?://"] as const),
  ...(["^[\\d.]+$", "^.{3}$", "^.{3}\\-?$", "💧", "^[^\\-]$"] as const),
] as const;
const documents = [
  ...[
    "",
    "a",
    "b",
    "ab",
    "foo",
    "a-b",
    "-x",
    "x-y",
    "💧",
    "💧a",
    "aa",
    "bb",
    "aba",
    "a:b",
    "/",
    "#",
    "0",
    "\n",
    "a\n",
  ],
  ...["\ud83d", "é", "ÿ", "x💧-", "abc-", "💧💧-"],
  ...[...formatKnowledge.values()].flatMap(({ samples }) => [...samples(0), ...samples(20)]),
];

function leaf(chance: Chance): JsonObject {
  const kind = chance.below(7);
  const says: JsonObject =
    kind < 2
      ? { format: chance.pick(["uuid", ...formatNames]) }
      : kind < 5
        ? { pattern: chance.pick(patterns) }
        : kind === 5
          ? { minLength: chance.below(5) }
          : { maxLength: chance.below(40) };
  return chance.chance(0.3) ? { not: { type: "string", ...says } } : says;
}

function strings(chance: Chance): JsonObject {
  const keyword = chance.pick(["allOf", "allOf", "anyOf", "oneOf"]);
  return { type: "string", [keyword]: Array.from({ length: 1 + chance.below(3) }, () => leaf(chance)) };
}

describe("random string conditions", () => {
  it("never contradict a document, with formats that assert and patterns of both kinds", () => {
    let undecided = 0;
    let questions = 0;
    const check = (seed: number) => {
      const chance = makeChance(seed);
      const a = strings(chance);
      const b = chance.chance(0.5) ? { ...a, ...strings(chance) } : strings(chance);
      const [left, right] = [a, b].map((schema) => evaluator(schema, { formats: "assert" }));
      const ask = (from: JsonObject, to: JsonObject, accepts?: Evaluator, rejects?: Evaluator) => {
        const { verdict } = decide(from, to, { formats: "assert" });
        questions++;
        if (verdict === "undecided") undecided++;
        if (verdict !== "compatible") return;
        const against = documents.find((text) => accepts?.accepts(text) && !rejects?.accepts(text));
        expect(against, JSON.stringify({ seed, from, to })).toBeUndefined();
      };
      ask(a, b, left, right);
      ask(b, a, right, left);
    };
    fc.assert(fc.property(fc.nat(2 ** 30), check), { numRuns: 700, seed: 5, endOnFailure: true });
    expect(undecided / questions).toBeLessThan(0.05);
  });
});
