import { describe, expect, it } from "vitest";
import { decide, defaultBudget } from "../../../src/compat/inclusion/index.ts";
import { evaluator } from "../../../src/evaluate/index.ts";
import type { Schema } from "../../../src/model.ts";
import { cases } from "./cases.ts";

describe.each([...new Set(cases.map(({ file }) => file))])("%s", (file) => {
  it.each(cases.filter((one) => one.file === file))("$name", (one) => {
    const { dialect, formats, semantics, budget = defaultBudget } = one;
    const ask = (from: Schema, to: Schema, expected: boolean) => {
      const verdict = decide(from, to, { dialect, formats, semantics, budget });
      expect(verdict.verdict, JSON.stringify(verdict)).toBe(expected ? "compatible" : "incompatible");
      if (verdict.verdict !== "incompatible") return;
      const { instance, errors } = verdict.witness;
      const writer = evaluator(from, { dialect, formats });
      expect(writer.accepts(instance)).toBe(true);
      if (semantics === "record") expect(writer.mayWrite(instance)).toBe(true);
      expect(evaluator(to, { dialect, formats }).accepts(instance)).toBe(false);
      expect(errors).not.toEqual([]);
    };
    ask(one.old, one.new, one.oldSubsetOfNew);
    ask(one.new, one.old, one.newSubsetOfOld);
  });
});
