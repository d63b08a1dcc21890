import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonObject, KindBinding } from "../../src/model.ts";
import { drafts, examples, registry } from "./drafts.ts";

const all = drafts();
const addresses = new Set(all.map(({ address }) => address));

describe("bindings of kinds to payloads", () => {
  const bound = all.filter(({ schema }) => Object.hasOwn(schema, "x-kinds"));

  it("are there for the envelopes we have", () => {
    expect(bound.map(({ address }) => address)).toEqual(
      expect.arrayContaining(["cogo.v1/Envelope", "command.v1/ServerFrame"]),
    );
  });

  it.each(bound.map((draft) => [draft.address, draft] as const))(
    "%s binds only subjects there are, and says its kinds",
    (_, { schema }) => {
      const binding = schema["x-kinds"] as unknown as KindBinding;
      for (const subject of Object.values(binding.map)) expect(addresses).toContain(subject);
      const name = binding.discriminator.slice(1);
      const type = (schema.properties as Record<string, JsonObject>)[name];
      const [open] = (type?.anyOf ?? []) as readonly JsonObject[];
      const known = ((open ?? type)?.enum ?? []) as readonly string[];
      expect([...known].sort()).toEqual(Object.keys(binding.map).sort());
    },
  );
});

describe("cogo.v1", () => {
  const binding = all.find(({ address }) => address === "cogo.v1/Envelope")?.schema[
    "x-kinds"
  ] as unknown as KindBinding;
  const parts = ["cogo.v1/Envelope", "cogo.v1/Actor", "cogo.v1/SchemaRef"];

  it("has a kind for every payload and a payload for every kind", () => {
    const payloads = [...addresses].filter(
      (address) => address.startsWith("cogo.v1/") && !parts.includes(address),
    );
    expect(Object.values(binding.map).sort()).toEqual(payloads.sort());
  });

  const envelope = all.find(({ address }) => address === "cogo.v1/Envelope");
  const lock = join(registry, "waybill.lock");
  const locked = existsSync(lock) ? readFileSync(lock, "utf8") : undefined;

  it.skipIf(locked === undefined)(
    "shows envelopes whose schema block names a published payload of their kind",
    () => {
      for (const { name, value } of envelope === undefined ? [] : examples(envelope, "valid")) {
        const { type, schema } = value as {
          type: string;
          schema: { namespace: string; name: string; hash: string };
        };
        expect(binding.map[type], name).toBe(`${schema.namespace}/${schema.name}`);
        const line = locked?.split("\n").find((text) => text.includes(`sha256:${schema.hash}`));
        expect(line, `${name}: hash of ${schema.name}`).toContain(`${schema.namespace}/${schema.name}@`);
      }
    },
  );
});
