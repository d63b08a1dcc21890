import { policySchema } from "../config/schema.ts";
import type { JsonObject } from "../model.ts";

const text = { type: "string" };
const texts = { type: "array", items: text };

/** What `namespace.yaml` may say. Rooms with declarations of their own (streams, documents) check those further. */
export const namespaceSchema: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  required: ["title", "owners"],
  properties: {
    title: { type: "string", minLength: 1 },
    description: text,
    owners: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1 },
    policy: policySchema,
    successorOf: text,
    tombstones: {
      type: "array",
      items: {
        type: "object",
        required: ["name", "reason"],
        properties: {
          name: { type: "string", minLength: 1 },
          reason: { type: "string", minLength: 1 },
          subject: text,
        },
        additionalProperties: false,
      },
    },
    producers: texts,
    consumers: texts,
    subjects: {
      type: "object",
      additionalProperties: {
        type: "object",
        properties: {
          policy: policySchema,
          stage: { enum: ["stable", "vocabulary"] },
          wireVersions: { type: "object", additionalProperties: { type: "integer", minimum: 1 } },
          reason: text,
        },
        additionalProperties: false,
      },
    },
    streams: { type: "object" },
    storage: { type: "object" },
    channel: { type: "object" },
    documents: { type: "array", items: { type: "object" } },
    mappings: { type: ["array", "object"] },
    vocabularies: { type: "object" },
  },
  additionalProperties: false,
};
