import { expect, it } from "vitest";
import { outOfTime, spend, within } from "../../src/limits/index.ts";

const forever = () => {
  for (;;);
};

it.each([
  ["a loop", forever],
  ["a regular expression", () => /^(a+)+$/u.test(`${"a".repeat(60)}!`)],
  [
    "a loop that catches all it can",
    () => {
      for (;;) {
        try {
          forever();
        } catch {}
      }
    },
  ],
])("stops %s", (_what, work) => {
  expect(within(20, work)).toBe(outOfTime);
});

it("hands on answers and errors as they are", () => {
  expect(within(1000, () => undefined)).toBeUndefined();
  const answer = { a: 1 };
  expect(within(1000, () => answer)).toBe(answer);
  const mistake = new TypeError("mine");
  expect(() =>
    within(1000, () => {
      throw mistake;
    }),
  ).toThrow(mistake);
});

it("works inside itself, and the outer limit holds", () => {
  expect(within(1000, () => within(20, forever))).toBe(outOfTime);
  expect(within(1000, () => [within(20, forever), "went on"])).toEqual([outOfTime, "went on"]);
  expect(within(20, () => [within(60_000, forever), "went on"])).toBe(outOfTime);
});

it("all work on one thing shares one account, and other things have their own", () => {
  const [one, other] = [{}, {}];
  expect(spend(one, 40, () => "quick")).toBe("quick");
  expect(spend(one, 40, forever)).toBe(outOfTime);
  expect(spend(one, 40, () => "quick")).toBe(outOfTime);
  expect(spend(other, 40, () => "quick")).toBe("quick");
});
