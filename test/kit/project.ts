import { type Scratch, scratch } from "./scratch.ts";

const dialect = "https://json-schema.org/draft/2020-12/schema";

export const namespaceYaml =
  "title: Orders\ndescription: What the shop says.\nowners: [shop]\npolicy: additive\n";

/** A shared subject: who did something. */
export const actorSchema = {
  $schema: dialect,
  title: "Actor",
  description: "Who did something.",
  type: "object",
  properties: { agent: { type: "string", description: "Name of the agent.", minLength: 1 } },
  required: ["agent"],
};

/** A payload that refers to the shared subject. */
export const placedSchema = {
  $schema: dialect,
  title: "OrderPlaced",
  description: "An order was placed.",
  type: "object",
  properties: {
    order_id: { type: "string", description: "The order." },
    by: { $ref: "urn:waybill:shop.v1:Actor", description: "Who placed it." },
    amount: { type: "integer", description: "Cents.", minimum: 0 },
  },
  required: ["order_id", "by"],
};

/** A small registry with a shared subject and one that pins it, drafts only. */
export function project(): Scratch {
  return scratch({
    "waybill.yaml": "version: 1\n",
    "registry/shop.v1/namespace.yaml": namespaceYaml,
    "registry/shop.v1/Actor/schema.json": actorSchema,
    "registry/shop.v1/Actor/examples/valid/clerk.json": { agent: "clerk" },
    "registry/shop.v1/Actor/examples/invalid/nameless.json": {
      instance: {},
      keyword: "required",
      pointer: "",
      why: "an actor has a name",
    },
    "registry/shop.v1/OrderPlaced/schema.json": placedSchema,
    "registry/shop.v1/OrderPlaced/examples/valid/small.json": {
      order_id: "o-1",
      by: { agent: "clerk" },
      amount: 120,
    },
    "registry/shop.v1/OrderPlaced/examples/invalid/negative.json": {
      instance: { order_id: "o-1", by: { agent: "clerk" }, amount: -1 },
      keyword: "minimum",
      pointer: "/amount",
      why: "an amount is not negative",
    },
  });
}

let frozen: Promise<ReadonlyMap<string, string>> | undefined;

/** The same, published: once for all tests of a file, each of which gets files of its own. */
export async function published(): Promise<Scratch> {
  frozen ??= publish();
  return scratch(Object.fromEntries(await frozen));
}

async function publish(): Promise<ReadonlyMap<string, string>> {
  const made = project();
  const { code, out, err } = await made.run("publish");
  if (code !== 0) throw new Error(`publish failed: ${out}${err}`);
  return made.snapshot();
}
