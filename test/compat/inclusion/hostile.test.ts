import { describe, expect, it } from "vitest";
import { decide } from "../../../src/compat/inclusion/index.ts";
import type { Schema } from "../../../src/model.ts";

function nested(levels: number, leaf: Schema): Schema {
  let schema = leaf;
  for (let level = 0; level < levels; level++) schema = { properties: { a: schema } };
  return schema;
}

function members(count: number, of: (index: number) => Schema): Schema {
  return {
    type: "object",
    properties: Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, of(i)])),
  };
}

/** n + 1 pigeons in n holes: true, and exponential for every resolution prover. */
function pigeons(holes: number): Schema {
  const all = Array.from({ length: holes + 1 }, (_, pigeon) => ({
    anyOf: Array.from({ length: holes }, (_, hole) => ({ required: [`${pigeon} in ${hole}`] })),
  }));
  const apart = Array.from({ length: holes }, (_, hole) =>
    Array.from({ length: holes + 1 }, (_, a) =>
      Array.from({ length: a }, (_, b) => ({ not: { required: [`${a} in ${hole}`, `${b} in ${hole}`] } })),
    ).flat(),
  ).flat();
  return { type: "object", allOf: [...all, ...apart] };
}

function chain(length: number, leaf: Schema): Schema {
  const defs = Array.from({ length }, (_, i) => [
    `d${i}`,
    i === length - 1
      ? leaf
      : { properties: { a: { $ref: `#/$defs/d${i + 1}` }, b: { $ref: `#/$defs/d${i + 1}` } } },
  ]);
  return { $ref: "#/$defs/d0", $defs: Object.fromEntries(defs) };
}

describe("hostile schemas end with an answer", () => {
  it.each([200, 5_000, 200_000])("nested %i levels", (levels) => {
    const verdict = decide(nested(levels, { type: "integer" }), nested(levels, { type: "number" }));
    expect(verdict.verdict).toBe("undecided");
  });

  it("moderately deep ones are decided", () => {
    expect(decide(nested(80, { type: "integer" }), nested(80, { type: "number" })).verdict).toBe(
      "compatible",
    );
    expect(decide(nested(80, { type: "number" }), nested(80, { type: "integer" })).verdict).toBe(
      "incompatible",
    );
  });

  it("a search that would never end runs out of steps, the same way every time", () => {
    const verdict = decide(pigeons(7), false, { budget: 20_000 });
    expect(verdict).toMatchObject({
      verdict: "undecided",
      reason: expect.stringMatching(/^the step budget ran out; .*anyOf/),
    });
    expect(decide(pigeons(7), false, { budget: 20_000 })).toEqual(verdict);
    expect(decide(pigeons(3), false).verdict).toBe("compatible");
  });

  it("references that double at each step are shared, not copied", () => {
    expect(decide(chain(60, { type: "integer" }), chain(60, { type: "number" })).verdict).toBe("compatible");
  });

  it("ten thousand members cost one look each", () => {
    const budget = 60_000;
    const old = members(10_000, (i) => ({ type: "integer", minimum: i }));
    expect(decide(old, structuredClone(old), { budget: 1 }).verdict).toBe("compatible");
    expect(
      decide(
        old,
        members(10_000, (i) => ({ type: "integer", minimum: i - 1 })),
        { budget },
      ).verdict,
    ).toBe("compatible");
  });

  it.each<[string, Schema, string]>([
    ["a reference to itself", { $ref: "#" }, "without descending"],
    [
      "a ring of references",
      { allOf: [{ $ref: "#/$defs/a" }], $defs: { a: { anyOf: [{ $ref: "#" }] } } },
      "without descending",
    ],
    ["a reference to nothing", { $ref: "#/nowhere" }, "points to nothing"],
    ["a string of a thousand million characters", { type: "string", minLength: 1e9 }, "too long"],
    ["an array as long", { type: "array", minItems: 1e9 }, "too large"],
    ["an object as large", { type: "object", minProperties: 1e9 }, "too large"],
    [
      "automata that explode",
      { allOf: [{ pattern: "^(a|b)*a(a|b){20}$" }, { pattern: "^(a|b)*b(a|b){20}$" }], type: "string" },
      "patterns too large",
    ],
  ])("%s is undecided, and says why", (_name, schema, reason) => {
    const verdict = decide(schema, false);
    expect(verdict.verdict === "undecided" ? verdict.reason : verdict).toContain(reason);
  });

  it("members named like built-ins are members", () => {
    const odd: Schema = JSON.parse(
      '{"type": "object", "required": ["__proto__", "constructor", "toString"]}',
    );
    const verdict = decide(odd, { type: "object", minProperties: 4 });
    const instance = verdict.verdict === "incompatible" ? JSON.stringify(verdict.witness.instance) : verdict;
    expect(instance).toBe('{"__proto__":null,"constructor":null,"toString":null}');
    const proto: Schema = JSON.parse('{"properties": {"__proto__": {"type": "integer"}}}');
    expect(decide(proto, {}).verdict).toBe("compatible");
    expect(decide({}, proto).verdict).toBe("incompatible");
  });
});
