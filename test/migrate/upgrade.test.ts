import { describe, expect, it } from "vitest";
import { type Ladder, upgrade } from "../../src/migrate/index.ts";

const at = ["version"];
const ladder: Ladder = {
  version: { at, spellings: { "1": 1, "1.0": 1, "2": 2, "3": 3 } },
  rungs: [
    {
      from: "nameless",
      to: 1,
      when: [{ at: ["name"], holds: "absent" }],
      steps: [
        { do: "default", at: ["name"], value: "anon" },
        { do: "set", at, value: 1 },
      ],
    },
    {
      from: 1,
      to: 2,
      when: [],
      steps: [
        { do: "move", at: ["name"], to: ["title"] },
        { do: "set", at, value: 2 },
      ],
    },
    { from: 2, to: 3, when: [], steps: [{ do: "set", at, value: 3 }] },
  ],
};

describe("upgrading", () => {
  it("goes from rung to rung to the top", () => {
    expect(upgrade({ version: 1, name: "x" }, ladder)).toEqual({
      value: { version: 3, title: "x" },
      applied: ["1 -> 2", "2 -> 3"],
    });
    expect(upgrade({}, ladder)).toEqual({
      value: { version: 3, title: "anon" },
      applied: ["nameless -> 1", "1 -> 2", "2 -> 3"],
    });
  });

  it("stops where it is told to", () => {
    expect(upgrade({ version: 1, name: "x" }, ladder, 2).value).toEqual({ version: 2, title: "x" });
  });

  it("reads every spelling of a version", () => {
    expect(upgrade({ version: "1.0", name: "x" }, ladder).applied).toHaveLength(2);
  });

  it("leaves alone what is current", () => {
    const value = { version: 3, name: "x" };
    expect(upgrade(value, ladder)).toEqual({ value, applied: [] });
  });

  it.each([4, "toString", null, "v1"])("says that version %j is not known", (version) => {
    expect(upgrade({ version, name: "x" }, ladder).unsupported).toMatch(/is not known/);
  });

  it("takes anything for a value", () => {
    for (const value of [null, 1, "x", true, []])
      expect(upgrade(value, { ...ladder, rungs: [] })).toEqual({ value, applied: [] });
  });
});

describe("telling one shape from another", () => {
  const told = (holds: Ladder["rungs"][number]["when"][number]["holds"]): Ladder => ({
    version: undefined,
    rungs: [{ from: "old", to: 1, when: [{ at: ["a"], holds }], steps: [{ do: "remove", at: ["a"] }] }],
  });
  it.each([
    ["present", { a: null }, {}],
    ["absent", { a: 1 }, { a: 1 }],
    [[1, "x"], { a: "x" }, {}],
    [[1, "x"], { a: "y" }, { a: "y" }],
    [{ startsWith: "{" }, { a: "{}" }, {}],
    [{ startsWith: "{" }, { a: {} }, { a: {} }],
  ] as const)("by %j: %j", (holds, before, after) => {
    expect(upgrade(before, told(holds)).value).toEqual(after);
  });
});
