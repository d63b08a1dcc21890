import fc from "fast-check";
import type { Json, JsonObject, Schema } from "../../../src/model.ts";

/** Member names: ordinary ones, and those that every object answers to. */
export const plainNames = ["a", "b", "id", "items", "x/y", "m~n", ""] as const;
export const hostileNames = [
  ...plainNames,
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
] as const;

const texts = ["", "a", "ab", "abc", "a-b", "A1", "\u{1f600}", "2024-02-29", "0", "é"];
const patterns = [
  "^a",
  "b$",
  "^[a-z]+$",
  "^[a-z]{2,3}$",
  "^a-b$",
  "[0-9]",
  "^[^-]*$",
  "^[a-z]+(-[a-z]+)*$",
  ".",
];
const scalars: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(null, true, false, 0, 1, 2, 3, -1, 1.5, 1e21, 0.1),
  fc.constantFrom(...texts),
);

/** An object with own members of these names, `__proto__` included. */
function objectOf(entries: readonly (readonly [string, Json])[]): JsonObject {
  const members = entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return JSON.parse(`{${[...new Map(entries.map(([name], at) => [name, members[at]])).values()].join()}}`);
}

export function instances(names: readonly string[]): fc.Arbitrary<Json> {
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      scalars,
      fc.array(tie("value"), { maxLength: 4 }),
      fc.array(fc.tuple(fc.constantFrom(...names), tie("value")), { maxLength: 4 }).map(objectOf),
    ),
  }));
  return value;
}

/** Schemas of 2020-12 that put every deciding keyword beside every other, with references that may recurse. */
export function schemas(names: readonly string[]): fc.Arbitrary<Schema> {
  const count = fc.nat(3);
  const name = fc.constantFrom(...names);
  const type = fc.constantFrom("null", "boolean", "number", "integer", "string", "array", "object");
  const { schema } = fc.letrec<{ schema: Schema; below: Schema }>((tie) => {
    const sub = tie("below");
    const list = fc.array(sub, { minLength: 1, maxLength: 3 });
    const map = fc.array(fc.tuple(name, sub as fc.Arbitrary<Json>), { maxLength: 3 }).map(objectOf);
    const keywords: Record<string, fc.Arbitrary<Json>> = {
      type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
      const: instances(names),
      enum: fc.array(instances(names), { minLength: 1, maxLength: 3 }),
      minimum: count,
      maximum: count,
      exclusiveMinimum: count,
      multipleOf: fc.constantFrom(1, 2, 0.5, 0.1),
      minLength: count,
      maxLength: count,
      pattern: fc.constantFrom(...patterns),
      minItems: count,
      maxItems: count,
      uniqueItems: fc.boolean(),
      minContains: count,
      maxContains: count,
      contains: sub as fc.Arbitrary<Json>,
      items: sub as fc.Arbitrary<Json>,
      prefixItems: list as fc.Arbitrary<Json>,
      unevaluatedItems: sub as fc.Arbitrary<Json>,
      required: fc.uniqueArray(name, { maxLength: 3 }),
      properties: map,
      patternProperties: fc
        .array(fc.tuple(fc.constantFrom("^a", "^[a-z]+$", "t"), sub as fc.Arbitrary<Json>), { maxLength: 2 })
        .map(objectOf),
      additionalProperties: sub as fc.Arbitrary<Json>,
      unevaluatedProperties: sub as fc.Arbitrary<Json>,
      propertyNames: sub as fc.Arbitrary<Json>,
      minProperties: count,
      maxProperties: count,
      dependentRequired: fc
        .array(fc.tuple(name, fc.uniqueArray(name, { maxLength: 2 })), { maxLength: 2 })
        .map(objectOf),
      dependentSchemas: map,
      allOf: list as fc.Arbitrary<Json>,
      anyOf: list as fc.Arbitrary<Json>,
      oneOf: list as fc.Arbitrary<Json>,
      not: sub as fc.Arbitrary<Json>,
      if: sub as fc.Arbitrary<Json>,
      then: sub as fc.Arbitrary<Json>,
      else: sub as fc.Arbitrary<Json>,
    };
    const node = fc
      .uniqueArray(fc.constantFrom(...Object.keys(keywords)), { minLength: 1, maxLength: 4 })
      .chain((chosen) =>
        fc
          .tuple(...chosen.map((keyword) => keywords[keyword] ?? fc.constant(null)))
          .map((values) => objectOf(chosen.map((keyword, at) => [keyword, values[at] ?? null]))),
      );
    const ref = fc.constantFrom<Schema>({ $ref: "#/$defs/one" }, { $ref: "#/$defs/two" });
    return {
      below: fc.oneof({ maxDepth: 3, depthSize: "small" }, fc.boolean(), ref, node),
      schema: fc.tuple(node, sub, sub).map(([root, one, two]) => ({
        ...root,
        $defs: { one: descending(one), two: descending(two) },
      })),
    };
  });
  return schema;
}

/** What `$defs` hold reaches other schemas only below a member, so that no reference meets itself in place. */
function descending(schema: Schema): JsonObject {
  return { properties: { a: schema }, items: schema };
}
