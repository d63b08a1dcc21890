import type { JsonObject } from "../model.ts";

const closed = (properties: JsonObject, required: readonly string[]): JsonObject => {
  return { type: "object", properties, required, additionalProperties: false };
};
const pointer = { type: "string", pattern: "^(/([^~/]|~[01])*)+$" };
const pair = { type: "array", items: pointer, minItems: 2, maxItems: 2 };
const scalar = { type: ["string", "number", "boolean", "null"] };
const when = {
  type: "object",
  minProperties: 1,
  additionalProperties: {
    anyOf: [
      scalar,
      { type: "array", items: scalar, minItems: 1 },
      closed({ present: { type: "boolean" } }, ["present"]),
    ],
  },
};

/** The form of an entry of `x-invariants` that carries a check beside its words. */
export const invariantSchema: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  ...closed(
    {
      rule: { type: "string", minLength: 1 },
      check: {
        ...closed(
          {
            // A list holds where one of its entries does.
            when: { anyOf: [when, { type: "array", items: when, minItems: 1 }] },
            equal: pair,
            ordered: pair,
            filled: pointer,
          },
          [],
        ),
        oneOf: [{ required: ["equal"] }, { required: ["ordered"] }, { required: ["filled"] }],
      },
    },
    ["rule", "check"],
  ),
};
