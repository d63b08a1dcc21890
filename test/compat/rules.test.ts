import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changes } from "../../src/compat/changes/index.ts";
import { rules } from "../../src/compat/rules/index.ts";
import { evaluator } from "../../src/evaluate/index.ts";
import type { Schema } from "../../src/model.ts";

const fired = (before: Schema, after: Schema) => changes(before, after).map(({ rule }) => rule);

describe.each(rules)("$id", (rule) => {
  const { before, after, witness } = rule.example;

  it("fires on its example and is silent on no change", () => {
    expect(fired(before, after)).toContain(rule.id);
    expect(fired(before, before)).toEqual([]);
    expect(fired(after, after)).toEqual([]);
  });

  it("has a mirror that fires on the example turned round", () => {
    if (typeof rule.mirror === "string") expect(fired(after, before)).toContain(rule.mirror);
    else expect(rule.mirror.none).not.toBe("");
  });

  it("has a witness where it breaks something, and none where it does not", () => {
    const judge = { backward: [before, after], forward: [after, before] } as const;
    const broken = (["backward", "forward"] as const).filter((direction) => {
      if (witness === undefined) return false;
      const [writer, reader] = judge[direction].map((schema) => evaluator(schema, { formats: "assert" }));
      return writer?.mayWrite(witness) && !reader?.accepts(witness);
    });
    if (rule.breaks.length === 0) expect(witness).toBeUndefined();
    else expect(rule.breaks).toEqual(expect.arrayContaining(broken));
    expect(broken.length > 0).toBe(rule.breaks.length > 0);
  });

  it("is told in words: an id as in UPPER_SNAKE, a clause, a reason, a fix", () => {
    expect(rule.id).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(rule.summary).not.toMatch(/\.$/);
    expect(rule.why).toMatch(/\.$/);
    expect(rule.fix).toMatch(/\.$|\]$/);
  });
});

it("lists every rule that its folder holds, once", () => {
  const folder = new URL("../../src/compat/rules/", import.meta.url);
  const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
  const written = texts.flatMap((text) => [...text.matchAll(/^ {2}id: "([A-Z_]+)"/gm)].map(([, id]) => id));
  expect(rules.map(({ id }) => id).sort()).toEqual(written.sort());
  expect(new Set(written).size).toBe(written.length);
});
