import { expect, it } from "vitest";
import { outOfTime, spend, spendEach, within } from "../../src/limits/index.ts";

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

it("stops the one of many that would never end, and does the others, in their order", () => {
  const things = [1, 2, 3, 4, 5].map((number) => ({ number }));
  const done = spendEach(
    things,
    (thing) => thing,
    60,
    ({ number }) => (number % 2 === 0 ? forever() : number),
  );
  expect(done).toEqual([1, outOfTime, 3, outOfTime, 5]);
});

it("gives each of many an account of its own, which what it did before is on", () => {
  const [busy, other] = [{ name: "busy" }, { name: "other" }];
  const itself = (thing: object) => thing;
  expect(spend(busy, 60, forever)).toBe(outOfTime);
  expect(spendEach([busy, other, busy], itself, 60, ({ name }) => name)).toEqual([
    outOfTime,
    "other",
    outOfTime,
  ]);
  const many = Array.from({ length: 40 }, () => ({}));
  const slowly = () => {
    const end = performance.now() + 5;
    while (performance.now() < end);
    return "done";
  };
  // Together they take far longer than one may.
  expect(spendEach(many, itself, 60, slowly)).toEqual(many.map(() => "done"));
});

it("hands on the error of one of many", () => {
  const mistake = new TypeError("mine");
  const fail = () => {
    throw mistake;
  };
  expect(() => spendEach([{}], (thing) => thing, 1000, fail)).toThrow(mistake);
});
