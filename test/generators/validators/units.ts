import type { Dependency, Unit } from "../../../src/generate/contract.ts";
import type { JsonObject, KindBinding } from "../../../src/model.ts";

/** A unit as the registry would make it, with what a test does not care about filled in. */
export function unit(
  subject: string,
  schema: JsonObject,
  more: {
    readonly number?: number;
    readonly latest?: boolean;
    readonly pins?: readonly Unit[];
    readonly binding?: KindBinding;
    readonly hashes?: readonly string[];
  } = {},
): Unit {
  const { number = 1, latest = true, pins = [], hashes = [hashOf(subject, number)] } = more;
  const [namespace = "", name = ""] = subject.split("/");
  const $id = urn(subject, number);
  const defs = Object.fromEntries(pins.map((pin) => [pin.address, pin.schema]));
  return {
    address: `${subject}@${number}`,
    subject,
    namespace,
    name,
    number,
    latest,
    withdrawn: false,
    stage: "stable",
    dialect: "2020-12",
    schema: { $id, ...schema, ...(pins.length > 0 && { $defs: defs }) },
    prose: true,
    hash: `sha256:${hashes.at(-1)}`,
    shape: "shape1:",
    dependencies: new Map(pins.map((pin) => [urn(pin.subject, pin.number), dependency(pin)])),
    binding: more.binding,
    examples: [],
    invalidExamples: [],
    namespaceTitle: namespace,
    policy: "additive",
    settings: {},
    history: hashes.map((hash, at) => ({
      address: `${subject}@${at + 1}`,
      number: at + 1,
      hash: `sha256:${hash}`,
      withdrawn: false,
    })),
  };
}

export function urn(subject: string, number: number): string {
  return `urn:waybill:${subject.replace("/", ":")}:${number}`;
}

/** 64 hex digits that differ from subject to subject. */
export function hashOf(subject: string, number: number): string {
  return Buffer.from(`${subject}${number}`)
    .toString("hex")
    .padStart(64, "0")
    .slice(-64)
    .split("")
    .reverse()
    .join("");
}

function dependency({ subject, address, namespace, name, number, hash, stage }: Unit): Dependency {
  return { id: urn(subject, number), address, namespace, name, number, hash, stage };
}
