import { describe, expect, it } from "vitest";
import { provePairs } from "../../../src/compat/prove-pairs.ts";
import { readPair } from "../../../src/compat/read-pair.ts";

const rows = [
  {
    id: "both",
    old: { const: 1 },
    new: { type: "integer" },
    expect: { oldSubsetOfNew: true, newSubsetOfOld: false },
  },
  { id: "unlabelled", old: { type: "string" }, new: { type: "string" }, expect: {} },
  {
    id: "unsure",
    old: true,
    new: true,
    expect: { oldSubsetOfNew: false },
    check: "regex-or-format-unchecked",
  },
  { id: "label at fault", old: { type: "string" }, new: { minLength: 1 }, expect: { oldSubsetOfNew: true } },
  {
    id: "label at fault, by listing",
    old: { enum: [1, 2] },
    new: { type: "integer" },
    expect: { oldSubsetOfNew: false },
  },
  {
    id: "contradicts a proof",
    old: { minimum: 2 },
    new: { minimum: 1 },
    expect: { oldSubsetOfNew: false },
  },
  { id: "unreadable", old: { allOf: [""] }, new: { type: "string" }, expect: { oldSubsetOfNew: true } },
  {
    id: "equivalence is no question",
    old: true,
    new: false,
    expect: { equivalent: false, newSubsetOfOld: true },
  },
];

describe("provePairs", () => {
  const pairs = rows.map((row, index) => readPair(row, "rows", index + 1));
  const { report } = provePairs(pairs, {}, () => 0);

  it("counts each question once", () => {
    expect(report).toMatchObject({
      format: "waybill.prove/1",
      pairs: 8,
      questions: 8,
      decided: 8,
      right: 3,
      wrong: 1,
      undecided: 0,
    });
    expect(report.results.map(({ id, direction }) => `${id} ${direction}`)).toEqual([
      "both oldSubsetOfNew",
      "both newSubsetOfOld",
      "unlabelled oldSubsetOfNew",
      "unlabelled newSubsetOfOld",
      "label at fault oldSubsetOfNew",
      "label at fault, by listing oldSubsetOfNew",
      "contradicts a proof oldSubsetOfNew",
      "equivalence is no question newSubsetOfOld",
    ]);
  });

  it("lists what it did not ask, and the labels the validators refute", () => {
    expect(report.excluded.map(({ id }) => id)).toEqual(["unsure", "unreadable"]);
    expect(report.refuted).toEqual([
      { id: "label at fault", direction: "oldSubsetOfNew", witness: "" },
      { id: "label at fault, by listing", direction: "oldSubsetOfNew", witness: 1 },
    ]);
    expect(report.mismatches.map(({ id }) => id)).toContain("contradicts a proof");
  });

  it("never lets a label change a verdict", () => {
    const turned = pairs.map((pair) => ({
      ...pair,
      check: undefined,
      expect: { oldSubsetOfNew: true, newSubsetOfOld: true },
    }));
    const untold = pairs.map((pair) => ({ ...pair, check: undefined, expect: {} }));
    expect(provePairs(turned, {}, () => 0).report.results).toEqual(
      provePairs(untold, {}, () => 0).report.results,
    );
  });

  it("refuses a line that is no pair", () => {
    expect(() => readPair({ old: 1, new: true }, "rows", 3)).toThrow(/schemas/);
    expect(() => readPair({ old: true, new: true, draft: "draft9" }, "rows", 3)).toThrow(/draft9/);
  });
});

describe("the budget of a file", () => {
  const hard = (id: number) => ({
    id: `hard ${id}`,
    old: { type: "string", pattern: "^(a|b)*a(a|b){6}$" },
    new: { type: "string", pattern: "^(a|b)*b(a|b){6}$" },
    expect: {},
  });
  const pairs = [1, 2, 3].map((id) => readPair(hard(id), "rows", id));
  const verdicts = (fileBudget: number) =>
    provePairs(pairs, { fileBudget }, () => 0).report.results.map(({ verdict }) => verdict);

  it("is used up by the first questions, whose verdicts stand, and leaves the others undecided", () => {
    const { report, reasons } = provePairs(pairs, { fileBudget: 30 }, () => 0);
    expect(report.results.map(({ verdict }) => verdict)).toEqual([
      "incompatible",
      ...Array.from({ length: 5 }, () => "undecided"),
    ]);
    expect(new Set(reasons.map(({ reason }) => reason))).toEqual(
      new Set(["the budget of the file is spent"]),
    );
  });

  it("is shared by steps, so that the same file always ends the same way", () => {
    for (const budget of [0, 30, 60, 1000]) expect(verdicts(budget)).toEqual(verdicts(budget));
    expect(verdicts(100_000)).toEqual(Array.from({ length: 6 }, () => "incompatible"));
  });

  it("gives no verdict where the clock stopped a question", () => {
    let asked = 0;
    const { report } = provePairs(pairs, { inTime: (work) => (++asked === 2 ? undefined : work()) }, () => 0);
    expect(report.results.map(({ verdict }) => verdict).indexOf("undecided")).toBe(1);
    expect(report.undecided).toBe(1);
  });
});
