import type { Dependency, Unit } from "../../../src/generate/contract.ts";
import type { JsonObject, KindBinding } from "../../../src/model.ts";

/** A version as the generator is given it, with what a test does not care about filled in. */
export function unit(address: string, schema: JsonObject, parts: Partial<Unit> = {}): Unit {
  const [subject = "", version = "1"] = address.split("@");
  const [namespace = "", name = ""] = subject.split("/");
  return {
    address,
    subject,
    namespace,
    name,
    number: Number(version),
    latest: true,
    withdrawn: false,
    stage: "stable",
    dialect: "2020-12",
    schema,
    prose: schema,
    hash: `sha256:${"0".repeat(64)}`,
    shape: `shape1:${"0".repeat(64)}`,
    dependencies: new Map(),
    binding: undefined,
    examples: [],
    invalidExamples: [],
    namespaceTitle: namespace,
    policy: "additive",
    settings: {},
    history: [],
    ...parts,
  };
}

export function dependencies(...addresses: readonly string[]): ReadonlyMap<string, Dependency> {
  return new Map(
    addresses.map((address) => {
      const [subject = "", version = "1"] = address.split("@");
      const [namespace = "", name = ""] = subject.split("/");
      const id = `urn:waybill:${namespace}:${name}:${version}`;
      const number = Number(version);
      return [id, { id, address, namespace, name, number, hash: "sha256:0", stage: "stable" as const }];
    }),
  );
}

export function byType(map: Readonly<Record<string, string>>): KindBinding {
  return { discriminator: "/type", payload: "/payload", map };
}
