import type { JsonObject } from "../model.ts";

const closed = (properties: JsonObject, required: readonly string[]): JsonObject => {
  return { type: "object", properties, required, additionalProperties: false };
};
const pointer = {
  type: "string",
  pattern: "^(/([^~/]|~[01])*)+$",
  description: "A JSON Pointer below the root, e.g. `/feature_slug`.",
};
const scalar = { type: ["string", "number", "boolean", "null"] };
const reason = { type: "string", minLength: 1 };

const steps: Readonly<Record<string, JsonObject>> = {
  rename: closed({ field: pointer, to: { type: "string", minLength: 1 } }, ["field", "to"]),
  move: closed({ field: pointer, to: pointer }, ["field", "to"]),
  default: closed({ field: pointer, value: true }, ["field", "value"]),
  set: closed({ field: pointer, value: true }, ["field", "value"]),
  map: closed(
    {
      field: pointer,
      words: { type: "object", minProperties: 1 },
      otherwise: { enum: ["keep", "refuse"] },
    },
    ["field", "words"],
  ),
  hash: closed({ field: pointer, prefix: { type: "string" } }, ["field", "prefix"]),
  remove: closed({ field: pointer, reason }, ["field", "reason"]),
};

/** The form of a file in `migrations/`: from where, to which version, by which steps, and pairs that prove it. */
export const migrationSchema: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  ...closed(
    {
      description: { type: "string" },
      from: {
        type: ["string", "integer"],
        minLength: 1,
        minimum: 1,
        description: "A shape in `legacy/`, or a version.",
      },
      to: { type: "integer", minimum: 1 },
      when: {
        type: "object",
        minProperties: 1,
        additionalProperties: {
          anyOf: [
            scalar,
            { type: "array", items: scalar, minItems: 1 },
            closed({ present: { type: "boolean" } }, ["present"]),
            closed({ startsWith: { type: "string", minLength: 1 } }, ["startsWith"]),
          ],
        },
      },
      steps: {
        type: "array",
        minItems: 1,
        items: {
          type: "object",
          properties: steps,
          minProperties: 1,
          maxProperties: 1,
          additionalProperties: false,
        },
      },
      fixtures: {
        type: "array",
        minItems: 1,
        items: closed({ before: true, after: true, why: { type: "string" } }, ["before", "after"]),
      },
    },
    ["from", "to", "steps", "fixtures"],
  ),
};
