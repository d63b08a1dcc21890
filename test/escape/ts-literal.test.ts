import vm from "node:vm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { tsLiteral } from "../../src/escape/index.ts";
import type { Json } from "../../src/model.ts";
import { hostileText } from "./hostile-text.ts";

const name = fc.oneof(fc.constantFrom("__proto__", "constructor", "", "a-b", "0"), hostileText);
const value: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Json>(null, true, -0.5, 1e21),
    hostileText,
    fc.array(tie("json"), { maxLength: 4 }),
    fc.array(fc.tuple(name, tie("json")), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
  ),
})).json;

it("a literal means the value it was made of, whatever the value says", () => {
  fc.assert(
    fc.property(value, (made) => {
      const read: unknown = vm.runInNewContext(`JSON.stringify(${tsLiteral(made)})`);
      expect(read).toBe(JSON.stringify(made));
    }),
  );
});

it("a literal is one line where it fits and an entry a line where it does not", () => {
  expect(tsLiteral({ a: [1, "x"], "b-c": {} })).toBe('{ a: [1, "x"], "b-c": {} }');
  const long = "x".repeat(60);
  expect(tsLiteral([long, { long }])).toBe(`[\n  "${long}",\n  { long: "${long}" },\n]`);
});
