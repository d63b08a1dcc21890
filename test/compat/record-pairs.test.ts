import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changes } from "../../src/compat/changes/index.ts";
import { provingDecide } from "../../src/compat/engine.ts";
import { provePairs } from "../../src/compat/prove-pairs.ts";
import { readPair } from "../../src/compat/read-pair.ts";
import { rules } from "../../src/compat/rules/index.ts";
import { evaluator } from "../../src/evaluate/index.ts";
import type { Direction, Schema } from "../../src/model.ts";

/** Labels were written by hand from the content models; `true` means nothing breaks in that direction. */
interface RecordPair {
  readonly id: string;
  readonly why: string;
  readonly old: Schema;
  readonly new: Schema;
  readonly expect: Readonly<Record<Direction, boolean>>;
  /** Rules that must be among the facts. */
  readonly facts?: readonly string[];
}

const directions = ["backward", "forward"] as const;
const folder = new URL("../fixtures/record-pairs/", import.meta.url);
const pairs = readdirSync(folder).flatMap(
  (file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as RecordPair[],
);

describe("record pairs", () => {
  it.each(pairs)("$id: $why", (pair) => {
    for (const direction of directions) {
      const [writer, reader] = direction === "backward" ? [pair.old, pair.new] : [pair.new, pair.old];
      const verdict = provingDecide(writer, reader, { semantics: "record" });
      const expected = pair.expect[direction] ? "compatible" : "incompatible";
      expect([direction, verdict.verdict]).toEqual([direction, expected]);
      if (verdict.verdict !== "incompatible") continue;
      const { instance } = verdict.witness;
      expect(evaluator(writer).mayWrite(instance)).toBe(true);
      expect(evaluator(reader, { formats: "assert" }).accepts(instance)).toBe(false);
    }
    const told = changes(pair.old, pair.new).map(({ rule }) => rule);
    expect(told).toEqual(expect.arrayContaining([...(pair.facts ?? [])]));
  });

  it("are many, and each has a name of its own", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(239);
    expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length);
  });

  it("show every rule, and each direction that it may break", () => {
    const shown = new Map(rules.map(({ id }) => [id, new Set<Direction>()]));
    for (const { old, new: next, expect: labels } of pairs) {
      const broken = directions.filter((direction) => !labels[direction]);
      for (const { rule } of changes(old, next))
        for (const direction of broken) shown.get(rule)?.add(direction);
    }
    const facts = new Set(pairs.flatMap(({ old, new: next }) => changes(old, next).map(({ rule }) => rule)));
    for (const { id, breaks } of rules) {
      expect(facts, id).toContain(id);
      // Some may break both ways in theory; the corpus shows one way at least.
      expect([id, breaks.filter((one) => shown.get(id)?.has(one)).length > 0]).toEqual([
        id,
        breaks.length > 0,
      ]);
    }
  });

  it("are answered by `prove --pairs --semantics record`, two questions each", () => {
    const read = pairs.map((pair, index) =>
      readPair({ ...pair, facts: [...(pair.facts ?? [])] }, "pairs", index + 1),
    );
    const { report } = provePairs(read, { semantics: "record", formats: "assert" });
    const { questions, decided, right, wrong, undecided, excluded, refuted } = report;
    expect({ questions, decided, right, wrong, undecided, excluded, refuted }).toEqual({
      questions: 2 * pairs.length,
      decided: 2 * pairs.length,
      right: 2 * pairs.length,
      wrong: 0,
      undecided: 0,
      excluded: [],
      refuted: [],
    });
    expect(new Set(report.results.map(({ direction }) => direction))).toEqual(new Set(directions));
  });
});
