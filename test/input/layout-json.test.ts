import fc from "fast-check";
import { expect, it } from "vitest";
import { layoutJson } from "../../src/input/layout-json.ts";

it("is what printing with two spaces gives, for any value and however it stood", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, "\t\n"), (value, space) => {
      const printed = `${JSON.stringify(value, null, 2)}\n`;
      expect(layoutJson(JSON.stringify(value, null, space as string | number))).toBe(printed);
      expect(layoutJson(printed)).toBe(printed);
    }),
  );
});

it("keeps what reading and printing would lose: the order of digits, and how a number is written", () => {
  expect(layoutJson('{"2":1.0,"1":1e400,"\\u0061":-0}')).toBe(
    '{\n  "2": 1.0,\n  "1": 1e400,\n  "\\u0061": -0\n}\n',
  );
});
