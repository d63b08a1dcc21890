import type { JsonObject } from "../model.ts";

const closed = (properties: JsonObject, required: readonly string[]): JsonObject => {
  return { type: "object", properties, required, additionalProperties: false };
};
const pointer = { type: "string", pattern: "^(/([^~/]|~[01])*)+$" };
const word = { type: "string", minLength: 1 };
const words = { type: "object", additionalProperties: word };

const source = closed(
  {
    name: word,
    where: { type: "string" },
    at: {
      type: "array",
      minItems: 1,
      items: closed({ subject: word, field: pointer }, ["subject", "field"]),
    },
    map: words,
    ambiguous: words,
    rules: {
      type: "array",
      items: closed(
        {
          pattern: word,
          kind: word,
          parts: { type: "array", items: word },
          confidence: { enum: ["certain", "likely"] },
        },
        ["pattern", "kind"],
      ),
    },
    members: words,
    otherwise: word,
  },
  ["name"],
);

/** The form of `vocabularies` in `namespace.yaml`: by name, which words of other vocabularies mean what in a subject's. */
export const vocabulariesSchema: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: closed(
    {
      subject: word,
      field: pointer,
      description: { type: "string" },
      sources: { type: "array", items: source, minItems: 1 },
    },
    ["subject", "field", "sources"],
  ),
};
