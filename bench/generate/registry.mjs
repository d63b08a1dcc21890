// A registry of n subjects as they are in practice: a dozen members with prose, an open and a closed enum, nested
// objects and lists, a nullable member, a shared subject that is pinned.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const perNamespace = 100;

export function writeRegistry(folder, n) {
  const write = (path, value) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(
      join(folder, path),
      typeof value === "string" ? value : `${JSON.stringify(value, null, 2)}\n`,
    );
  };
  write(
    "waybill.yaml",
    "version: 1\nregistry: registry\ngenerate: { out: generated, targets: { types: {} } }\n",
  );
  for (let at = 0; at < n; at++) {
    const namespace = `bench${Math.floor(at / perNamespace)}.v1`;
    if (at % perNamespace === 0) {
      write(
        `registry/${namespace}/namespace.yaml`,
        `title: Bench ${namespace}\ndescription: Made up.\nowners: [bench]\n`,
      );
      write(`registry/${namespace}/Actor/schema.json`, actor);
    }
    write(`registry/${namespace}/Subject${at}/schema.json`, subject(namespace, at));
  }
}

const text = (description, more = {}) => ({ description, type: "string", ...more });

const actor = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Actor",
  description: "Who did it.",
  type: "object",
  properties: {
    name: text("The actor's name."),
    role: { description: "Closed.", enum: ["person", "agent"] },
  },
  required: ["name", "role"],
};

function subject(namespace, at) {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `Subject ${at}`,
    description: `What subject ${at} says, made up for a benchmark, with a description of the usual length.`,
    type: "object",
    properties: {
      id: text("Unique identity of the message.", { pattern: "^[0-9A-HJKMNP-TV-Z]{26}$" }),
      at: text("When it happened, by the sender's clock.", { format: "date-time" }),
      by: { $ref: `urn:waybill:${namespace}:Actor`, description: "Who did it." },
      [`member${at}`]: text(`Only subject ${at} has it.`),
      status: {
        description: "How it went. Open: words are added over time.",
        anyOf: [{ enum: ["queued", "running", "done", `status${at % 7}`] }, { type: "string" }],
      },
      mode: { description: "Closed: there are two.", enum: ["fast", "slow"] },
      cause: { description: "What led to it; null for a root.", type: ["string", "null"] },
      attempts: { description: "How often it was tried.", type: "integer", minimum: 1 },
      cost: { description: "In euros.", type: "number", minimum: 0 },
      tags: { description: "Words to find it by.", type: "array", items: { type: "string" } },
      labels: { description: "Names and values.", type: "object", additionalProperties: { type: "string" } },
      lines: {
        description: "What it consists of.",
        type: "array",
        items: {
          type: "object",
          properties: {
            sku: text("What."),
            count: { description: "How many.", type: "integer", minimum: 0 },
          },
          required: ["sku"],
        },
      },
      place: { $ref: "#/$defs/Place", description: "Where." },
    },
    required: ["id", "at", "by", "status"],
    $defs: {
      Place: {
        description: "A place.",
        type: "object",
        properties: { name: text("Its name."), floor: { description: "Its floor.", type: "integer" } },
        required: ["name"],
      },
    },
  };
}
