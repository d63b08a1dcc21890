import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changes } from "../../src/compat/changes/index.ts";
import { provingDecide } from "../../src/compat/engine.ts";
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

const folder = new URL("../fixtures/record-pairs/", import.meta.url);
const pairs = readdirSync(folder).flatMap(
  (file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as RecordPair[],
);

describe("record pairs", () => {
  it.each(pairs)("$id: $why", (pair) => {
    for (const direction of ["backward", "forward"] as const) {
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
    expect(pairs.length).toBeGreaterThanOrEqual(120);
    expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length);
  });
});
