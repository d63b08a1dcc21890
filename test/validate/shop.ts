import { type Scratch, scratch } from "../kit/scratch.ts";

const dialect = "https://json-schema.org/draft/2020-12/schema";
const object = (title: string, properties: Readonly<Record<string, unknown>>, more: object = {}) => ({
  $schema: dialect,
  title,
  description: `${title} of the shop.`,
  type: "object",
  properties,
  required: Object.keys(properties),
  ...more,
});
const text = { type: "string", description: "A text." };

export const placed = object("OrderPlaced", { order_id: text });
const cancelled = object("OrderCancelled", {
  reason: { anyOf: [{ enum: ["late", "wrong"] }, { type: "string" }], description: "Why." },
});
const envelope = object(
  "Envelope",
  {
    type: { anyOf: [{ enum: ["placed", "cancelled"] }, { type: "string" }], description: "The kind; open." },
    payload: { type: "object", description: "By kind." },
  },
  {
    "x-kinds": {
      discriminator: "/type",
      payload: "/payload",
      schema: "/schema",
      map: { placed: "shop.v1/OrderPlaced", cancelled: "shop.v1/OrderCancelled" },
    },
  },
);
// Not required, so that an envelope without a hash can be tried.
Object.assign(envelope.properties, {
  schema: {
    type: "object",
    description: "Which schema.",
    properties: { namespace: text, name: text, hash: text },
  },
});

const streams = `streams:
  log:
    files: "**/shop.log.jsonl"
    route:
      - { when: { order_id: { present: true } }, subject: OrderPlaced }
      - { when: { kind: [cancel, void], /meta/test: { present: false } }, subject: OrderCancelled, version: /v }
      - { when: { type: { present: true } }, subject: Envelope }
`;

export const namespaceYaml = `title: Shop\ndescription: What the shop says.\nowners: [shop]\npolicy: additive\nsubjects: { OrderCancelled: { wireVersions: { "1.0": 1 } } }\n${streams}`;

/** A shop with an envelope of two kinds and a log of three families, published; OrderPlaced has two versions. */
export async function shop(): Promise<Scratch> {
  files ??= await build();
  return scratch(Object.fromEntries(files));
}

/** Published once per test file; each test has its own copy. */
let files: ReadonlyMap<string, string> | undefined;

async function build(): Promise<ReadonlyMap<string, string>> {
  const made = scratch({
    "waybill.yaml": "version: 1\n",
    "registry/shop.v1/namespace.yaml": namespaceYaml,
    "registry/shop.v1/OrderPlaced/schema.json": placed,
    "registry/shop.v1/OrderPlaced/examples/valid/one.json": { order_id: "o-1" },
    "registry/shop.v1/OrderCancelled/schema.json": cancelled,
    "registry/shop.v1/OrderCancelled/examples/valid/one.json": { reason: "late" },
    "registry/shop.v1/Envelope/schema.json": envelope,
    "registry/shop.v1/Envelope/examples/valid/one.json": { type: "placed", payload: { order_id: "o-1" } },
  });
  await publish(made);
  const amount = { type: "integer", description: "Cents." };
  made.write({
    "registry/shop.v1/OrderPlaced/schema.json": { ...placed, properties: { ...placed.properties, amount } },
  });
  await publish(made);
  return made.snapshot();
}

async function publish(made: Scratch): Promise<void> {
  const { code, out, err } = await made.run("publish");
  if (code !== 0) throw new Error(`publish failed: ${out}${err}`);
}

/** The 64 hex digits the lock has for a version. */
export function hashOf(made: Scratch, address: string): string {
  const found = new RegExp(`^version ${address} sha256:([0-9a-f]{64})`, "m").exec(
    made.read("registry/waybill.lock"),
  );
  if (found?.[1] === undefined) throw new Error(`${address} is not in the lock`);
  return found[1];
}
