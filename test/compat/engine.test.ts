import { describe, expect, it } from "vitest";
import { provingDecide } from "../../src/compat/engine.ts";
import { decide } from "../../src/compat/inclusion/index.ts";
import { evaluator } from "../../src/evaluate/index.ts";
import type { Json, Schema } from "../../src/model.ts";

/** Rejects 31 equal characters in a row and nothing else: a witness no search by length finds. */
const noRun = "^(?!(.)\\1{30}$)";
const run = "a".repeat(31);
const open: Schema = { anyOf: [{ enum: ["a"] }, { type: "string" }] };

describe("where no proof is found", () => {
  const rows: [string, Schema, Schema, Json][] = [
    [
      "an open enum gets a pattern",
      open,
      { anyOf: [{ enum: ["a"] }, { type: "string", pattern: noRun }] },
      run,
    ],
    ["an open enum gives way to a pattern", open, { anyOf: [{ pattern: noRun }] }, run],
    ["a schema refers to itself alone", { type: "string" }, { $ref: "#" }, "a"],
  ];
  it.each(rows)("facts do not stand for one: %s", (_, old, next, instance) => {
    expect(evaluator(old).accepts(instance)).toBe(true);
    expect(evaluator(next).accepts(instance)).toBe(false);
    expect(provingDecide(old, next, { semantics: "record" }).verdict).not.toBe("compatible");
  });
});

describe("the engine", () => {
  it.each(["$dynamicRef", "$recursiveRef"])(
    "lets %s declare nothing where the dialect has no such keyword",
    (keyword) => {
      const old = {
        $schema: "http://json-schema.org/draft-07/schema#",
        [keyword]: "#/definitions/x",
        definitions: { x: { properties: { a: {} } } },
      };
      const next = { properties: { b: { type: "string" } } };
      expect(decide(old, next, { semantics: "record" }).verdict).toBe("incompatible");
    },
  );

  it("asks no question about a number that is none in JSON", () => {
    const bound: Json = JSON.parse('{"maximum": 1e400}');
    expect(decide({ type: "number" }, bound as Schema).verdict).toBe("undecided");
  });
});
