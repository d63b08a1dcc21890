import type { JsonObject } from "../model.ts";

const onOff = { enum: ["error", "warning", "info"] };
const budget = { type: "integer", minimum: 1 };

export const policySchema: JsonObject = {
  enum: [
    "additive",
    "backward",
    "forward",
    "full",
    "backward_transitive",
    "forward_transitive",
    "full_transitive",
    "none",
  ],
};

/** What `waybill.yaml` may say (docs/configuration.md). */
export const configSchema: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  required: ["version"],
  properties: {
    version: { const: 1 },
    registry: { type: "string", minLength: 1 },
    policy: policySchema,
    lint: {
      type: "object",
      properties: {
        severity: { type: "object", additionalProperties: onOff },
        except: { type: "array", items: { type: "string" } },
        ignore: { type: "object", additionalProperties: { type: "array", items: { type: "string" } } },
      },
      additionalProperties: false,
    },
    check: {
      type: "object",
      properties: {
        failOn: { enum: ["error", "warning", "info"] },
        undecided: { enum: ["error", "warning"] },
      },
      additionalProperties: false,
    },
    generate: {
      type: "object",
      properties: {
        out: { type: "string", minLength: 1 },
        targets: {
          type: "object",
          properties: {
            types: {
              type: "object",
              properties: { readonly: { type: "boolean" } },
              additionalProperties: false,
            },
            validators: {
              type: "object",
              properties: { onUnknownHash: { enum: ["accept", "reject"] } },
              additionalProperties: false,
            },
            upgrades: { type: "object", additionalProperties: false },
            vocabulary: { type: "object", additionalProperties: false },
            postcards: {
              type: "object",
              properties: { maxLines: budget, maxWords: budget },
              additionalProperties: false,
            },
          },
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};
