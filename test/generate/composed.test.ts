import { expect, it } from "vitest";
import { composedDocuments } from "../../src/generate/composed.ts";
import type { Namespace, Registry } from "../../src/model.ts";
import { envelope } from "../generators/postcards/unit.ts";

function registryOf(...names: readonly string[]): Registry {
  const namespaces = names.map((name): [string, Namespace] => {
    const settings = {
      documents: [{ path: "docs/CARD.md", sections: [{ title: "One", subjects: ["shop.v1/Envelope"] }] }],
    };
    const place = () => ({ file: `registry/${name}/namespace.yaml`, line: 1, column: 1 });
    const document = { file: `registry/${name}/namespace.yaml`, text: "", value: settings, place };
    const rest = { title: name, description: "", owners: [], successorOf: undefined, tombstones: [] };
    return [name, { name, document, settings, policy: "additive", ...rest }];
  });
  const lock = { file: "registry/waybill.lock", versions: new Map(), examples: new Map() };
  return {
    root: "registry",
    namespaces: new Map(namespaces),
    subjects: new Map(),
    lock,
    accepted: new Map(),
  };
}

it("composed documents come from the namespaces that declare them, each path once", () => {
  const [document, ...rest] = composedDocuments(registryOf("shop.v1"), [envelope], "generated/postcards");
  expect(rest).toEqual([]);
  expect(document).toMatchObject({ namespace: "shop.v1", file: { path: "docs/CARD.md" } });
  expect(document?.file.text).toContain("](../generated/postcards/shop.v1/Envelope/v2.md)");
  expect(() => composedDocuments(registryOf("pay.v1", "shop.v1"), [], "generated/postcards")).toThrow(
    /"docs\/CARD.md" is declared by "pay.v1" as well/,
  );
});
