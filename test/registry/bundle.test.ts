import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { contentHash } from "../../src/canonical/index.ts";
import { directPins, pinsOf } from "../../src/registry/pins.ts";
import { actorSchema, namespaceYaml, placedSchema } from "../kit/project.ts";
import { type Scratch, scratch } from "../kit/scratch.ts";

const by = { $ref: "urn:waybill:shop.v1:Actor", description: "Who." };
const order = (name: string, properties: unknown) => ({
  ...placedSchema,
  title: name,
  properties,
  required: [],
});

/** Both sides of an order pin the actor; the order pins both sides: a diamond. */
function diamond(): Scratch {
  return scratch({
    "waybill.yaml": "version: 1\n",
    "registry/shop.v1/namespace.yaml": namespaceYaml,
    "registry/shop.v1/Actor/schema.json": actorSchema,
    "registry/shop.v1/Buyer/schema.json": order("Buyer", { by }),
    "registry/shop.v1/Seller/schema.json": {
      ...order("Seller", { by, local: { $ref: "#/$defs/note", description: "x" } }),
      $defs: { note: { type: "string" } },
    },
    "registry/shop.v1/Order/schema.json": order("Order", {
      buyer: { $ref: "urn:waybill:shop.v1:Buyer", description: "Who buys." },
      seller: { $ref: "urn:waybill:shop.v1:Seller", description: "Who sells." },
    }),
  });
}

async function frozen(made: Scratch, path: string) {
  return JSON.parse(made.read(`registry/shop.v1/${path}.json`));
}

it("bundles a version that two others share once, so that any validator can use the file alone", async () => {
  const made = diamond();
  expect((await made.run("publish")).err).not.toContain("error");
  const schema = await frozen(made, "Order/versions/1");
  expect(Object.keys(schema.$defs)).toEqual(["shop.v1/Actor@1", "shop.v1/Buyer@1", "shop.v1/Seller@1"]);
  const validate = new Ajv2020({ strict: false }).compile(schema);
  expect(validate({ buyer: { by: { agent: "a" } }, seller: { local: "x" } })).toBe(true);
  expect(validate({ seller: { by: {} } })).toBe(false);

  // Each entry is the published version: whole again, it has the hash the lock gives it.
  const lock = made.read("registry/waybill.lock");
  for (const pin of pinsOf(schema, "2020-12"))
    expect(lock).toContain(`version ${pin.address} ${contentHash(pin.schema)} `);
  expect((await made.run("check", "--only", "schema,integrity")).code).toBe(0);
});

it("keeps what a dependency pins apart from what the schema pins itself", async () => {
  const made = diamond();
  await made.run("publish");
  const properties = { ...actorSchema.properties, role: { type: "string", description: "More." } };
  made.write({ "registry/shop.v1/Actor/schema.json": { ...actorSchema, properties } });
  const old = JSON.parse(made.read("registry/shop.v1/Order/schema.json"));
  const more = {
    ...old.properties,
    clerk: { $ref: "urn:waybill:shop.v1:Actor", description: "Who helped." },
  };
  made.write({ "registry/shop.v1/Order/schema.json": { ...old, properties: more } });
  expect((await made.run("publish")).code).toBe(0);
  const schema = await frozen(made, "Order/versions/2");
  expect(Object.keys(schema.$defs)).toEqual([
    "shop.v1/Actor@1",
    "shop.v1/Actor@2",
    "shop.v1/Buyer@1",
    "shop.v1/Seller@1",
  ]);
  expect(directPins(schema, "2020-12").get("shop.v1/Actor")).toBe(2);
  expect((await made.run("publish")).out).toContain("nothing to publish");
  expect((await made.run("generate")).code).toBe(0);
  expect(made.read("generated/types/shop.v1/Order/v2.ts")).toContain("Actor/v2.js");
});

it("notices a bundled version that was tampered with", async () => {
  const made = diamond();
  await made.run("publish");
  const file = "registry/shop.v1/Order/versions/1.json";
  const schema = JSON.parse(made.read(file));
  schema.$defs["shop.v1/Actor@1"].required = [];
  made.write({ [file]: schema });
  const text = made
    .read("registry/waybill.lock")
    .replace(/^(version shop\.v1\/Order@1 )\S+/m, `$1${contentHash(schema)}`);
  made.write({ "registry/waybill.lock": text });
  const { out } = await made.run("check", "--only", "integrity");
  expect(out).toMatch(/SHAPE_MISMATCH|PIN_MISMATCH/);
});
