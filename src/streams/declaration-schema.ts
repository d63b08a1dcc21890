import type { JsonObject } from "../model.ts";

const pointer = {
  type: "string",
  pattern: "^(/([^~/]|~[01])*)*$",
  description: "A JSON Pointer into a line, e.g. `/laneKey`.",
};
const scalar = { type: ["string", "number", "boolean", "null"] };
const closed = (properties: JsonObject, required: readonly string[] = []): JsonObject => {
  return { type: "object", properties, required, additionalProperties: false };
};

const condition = {
  anyOf: [
    scalar,
    { type: "array", items: scalar, minItems: 1 },
    closed({ present: { type: "boolean" } }, ["present"]),
  ],
};

const rule = closed(
  {
    when: { type: "object", additionalProperties: condition },
    subject: { type: "string", minLength: 1 },
    version: pointer,
  },
  ["subject"],
);

const stream = closed(
  {
    description: { type: "string" },
    files: { type: ["string", "array"], items: { type: "string", minLength: 1 }, minLength: 1, minItems: 1 },
    route: { type: "array", items: rule, minItems: 1 },
    partition: pointer,
    sequence: closed({ field: pointer, start: { type: "integer" }, gapFree: { type: "boolean" } }, ["field"]),
    phases: closed(
      { id: pointer, field: pointer, order: { type: "array", items: { type: "string" }, minItems: 2 } },
      ["id", "field", "order"],
    ),
    references: { type: "array", items: closed({ field: pointer, to: pointer }, ["field", "to"]) },
    order: { type: "array", items: pointer, minItems: 1 },
    dedup: closed({ key: pointer, fingerprint: pointer }, ["key"]),
    retention: closed(
      {
        mode: { enum: ["compact", "rotate", "keep"] },
        maxEntries: { type: "integer", minimum: 1 },
        maxAge: { type: "string", pattern: "^[1-9]\\d*(s|m|h|d)$" },
        maxBytes: { type: "string", pattern: "^[1-9]\\d*(B|KiB|MiB|GiB)$" },
        rotateAt: { type: "string", pattern: "^[1-9]\\d*(B|KiB|MiB|GiB)$" },
        rotateEvery: { enum: ["day", "month"] },
        rotatedName: { type: "string", minLength: 1 },
      },
      ["mode"],
    ),
  },
  ["route"],
);

/** The form of `streams` in `namespace.yaml`: by name, which lines are of which subject and what holds between lines. */
export const streamsSchema: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: stream,
};
