import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { Json, Schema } from "../../../src/model.ts";
import { openFolder } from "./load.ts";

const folder = openFolder();
afterAll(folder.close);

const hostile = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "",
  "a b",
  "0",
  "\u2028",
  "*/",
];

/** An object with one own member, `__proto__` included. */
function withMember(name: string, value: Json): Json {
  return JSON.parse(`{${JSON.stringify(name)}: ${JSON.stringify(value)}}`);
}

describe("members with hostile names", () => {
  it.each(hostile)("%j is absent where nobody wrote it, and judged where somebody did", async (name) => {
    const schema: Schema = {
      type: "object",
      properties: withMember(name, { type: "integer" }),
      required: [name],
      additionalProperties: false,
    };
    const validator = await folder.load(schema);
    expect(validator.isThing({})).toBe(false);
    expect(validator.validateThing({})).toEqual([
      expect.objectContaining({ keyword: "required", params: { missingProperty: name } }),
    ]);
    expect(validator.isThing(withMember(name, 1))).toBe(true);
    expect(validator.isThing(withMember(name, "1"))).toBe(false);
    expect(validator.validateWriteThing(withMember(name, 1))).toEqual([]);
  });

  it.each(hostile)("%j in every other keyword of objects", async (name) => {
    const dependent = await folder.load({ dependentRequired: withMember(name, ["a"]) });
    expect(dependent.isThing({})).toBe(true);
    expect(dependent.isThing(withMember(name, 1))).toBe(false);
    const condition = await folder.load({ if: { required: [name] }, then: false });
    expect(condition.isThing({})).toBe(true);
    expect(condition.isThing(withMember(name, 1))).toBe(false);
    const unevaluated = await folder.load({
      anyOf: [{ properties: withMember(name, { const: 1 }) }, true],
      unevaluatedProperties: false,
    });
    expect(unevaluated.isThing(withMember(name, 1))).toBe(true);
    expect(unevaluated.isThing(withMember(name, 2))).toBe(false);
    const constant = await folder.load({ const: withMember(name, 1) });
    expect(constant.isThing(withMember(name, 1))).toBe(true);
    expect(constant.isThing({})).toBe(false);
  });
});

describe("inherited members", () => {
  const schema: Schema = {
    type: "object",
    required: ["id"],
    properties: {
      id: { type: "string" },
      inner: { type: "object", required: ["n"], properties: { n: { type: "integer" } } },
    },
  };

  it("do not count, on the object or below it", async () => {
    const validator = await folder.load(schema);
    expect(validator.isThing({ id: "a", inner: { n: 1 } })).toBe(true);
    expect(validator.isThing(Object.create({ id: "a" }))).toBe(false);
    expect(validator.isThing({ id: "a", inner: Object.create({ n: 1 }) })).toBe(false);
    expect(validator.isThing(Object.assign(Object.create(null), { id: "a" }))).toBe(true);
    class Job {
      get id() {
        return "a";
      }
    }
    expect(validator.isThing(new Job())).toBe(false);
    expect(validator.validateThing(new Job())).toEqual([expect.objectContaining({ keyword: "required" })]);
  });

  describe("of every object", () => {
    afterEach(() => {
      Reflect.deleteProperty(Object.prototype, "n");
      Reflect.deleteProperty(Object.prototype, "id");
    });

    it("do not count either", async () => {
      const validator = await folder.load(schema);
      const closed = await folder.load({ properties: { a: true }, additionalProperties: false });
      Object.assign(Object.prototype, { id: "a", n: 1 });
      expect(validator.isThing({})).toBe(false);
      expect(validator.validateThing({})).not.toEqual([]);
      expect(validator.isThing({ id: "b", inner: {} })).toBe(false);
      expect(validator.isThing({ id: "b", inner: { n: 2 } })).toBe(true);
      expect(closed.isThing({ a: 1 })).toBe(true);
    });
  });

  it("of an array do not make it an object", async () => {
    const validator = await folder.load(schema);
    expect(validator.isThing(Object.assign([], { id: "a" }))).toBe(false);
  });
});
