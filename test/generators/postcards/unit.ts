import type { Dependency, Unit } from "../../../src/generate/contract.ts";
import type { JsonObject, Schema } from "../../../src/model.ts";

/** A unit around a schema, with everything else small and plausible. */
export function unitOf(subject: string, schema: Schema, more: Partial<Unit> = {}): Unit {
  const [namespace = "", name = ""] = subject.split("/");
  const number = more.number ?? 1;
  const hash = `sha256:${"ab".repeat(32)}`;
  return {
    address: `${subject}@${number}`,
    subject,
    namespace,
    name,
    number,
    latest: true,
    withdrawn: false,
    stage: "stable",
    dialect: "2020-12",
    schema,
    prose: schema,
    hash,
    shape: `shape1:${"cd".repeat(32)}`,
    dependencies: new Map(),
    binding: undefined,
    examples: [],
    invalidExamples: [],
    namespaceTitle: "A namespace",
    policy: "additive",
    settings: { owners: ["platform"] },
    history: [{ address: `${subject}@${number}`, number, hash, withdrawn: false }],
    ...more,
  };
}

export function dependencyOf(namespace: string, name: string, number: number): Dependency {
  return {
    id: `urn:waybill:${namespace}:${name}:${number}`,
    address: `${namespace}/${name}@${number}`,
    namespace,
    name,
    number,
    hash: `sha256:${"ef".repeat(32)}`,
    stage: "stable",
  };
}

const actor: JsonObject = {
  $id: "urn:waybill:shop.v1:Actor:1",
  title: "Who sent it",
  type: "object",
  properties: {
    agent: { type: "string", pattern: "^shop-", description: "Agent name." },
    role: { enum: ["clerk", "courier"], description: "Closed: the shop has these two." },
  },
  required: ["agent", "role"],
};

/** An envelope with everything a page shows: kinds, a pinned subject, an open enum, nesting, annotations. */
export const envelope: Unit = unitOf(
  "shop.v1/Envelope",
  {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:waybill:shop.v1:Envelope:2",
    title: "Shop message",
    description: "What every message of the shop carries.\n\nRoute it without reading the payload.",
    type: "object",
    properties: {
      id: {
        type: "string",
        pattern: "^[0-9A-HJKMNP-TV-Z]{26}$",
        description: "Unique; sortable.",
        "x-since": 1,
      },
      version: { type: "integer", minimum: 1, description: "Schema version the writer used.", "x-since": 1 },
      type: {
        anyOf: [{ enum: ["order_placed", "order_lost"] }, { type: "string" }],
        description: "Names the payload.",
        "x-since": 1,
      },
      cause: { type: ["string", "null"], description: "Parent message; null for a root.", "x-since": 1 },
      actor: { $ref: "urn:waybill:shop.v1:Actor:1", description: "Who sent it.", "x-since": 1 },
      payload: { type: "object", description: "Per type.", "x-since": 1, "x-storage": "json" },
      citations: {
        type: "array",
        maxItems: 5,
        items: {
          type: "object",
          properties: { uri: { type: "string", format: "uri", description: "Where it was read." } },
          required: ["uri"],
        },
        description: "Sources.",
        "x-since": 2,
      },
      labels: { type: "object", additionalProperties: { type: "string", maxLength: 64 }, "x-since": 2 },
      secret: { type: "string", description: "Card number.", "x-redact": "on-export", "x-since": 2 },
    },
    required: ["id", "version", "type", "cause", "actor", "payload"],
    "x-invariants": ["At a root, `correlation_id` equals `id`."],
    $defs: { "shop.v1/Actor@1": actor },
  },
  {
    number: 2,
    dependencies: new Map([["urn:waybill:shop.v1:Actor:1", dependencyOf("shop.v1", "Actor", 1)]]),
    binding: {
      discriminator: "/type",
      payload: "/payload",
      map: { order_placed: "shop.v1/OrderPlaced", order_lost: "shop.v1/OrderLost" },
    },
    examples: [
      {
        id: "01J8ZC9W3M8Q4T6V2X5Y7R1N0P",
        version: 2,
        type: "order_placed",
        cause: null,
        actor: { agent: "shop-front", role: "clerk" },
        payload: { order: 1 },
      },
    ],
    history: [
      { address: "shop.v1/Envelope@1", number: 1, hash: `sha256:${"12".repeat(32)}`, withdrawn: false },
      { address: "shop.v1/Envelope@2", number: 2, hash: `sha256:${"ab".repeat(32)}`, withdrawn: false },
    ],
  },
);
