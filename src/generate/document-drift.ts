import { relative, resolve } from "node:path";
import type { Config } from "../config/load.ts";
import { WaybillError } from "../errors.ts";
import type { Registry } from "../model.ts";
import { type ComposedDocument, composedDocuments } from "./composed.ts";
import type { Unit } from "./contract.ts";
import { type Drift, driftOf } from "./output.ts";
import { isOurs } from "./output-folder.ts";

/**
 * The composed pages of a project, each at a place of its own.
 * @throws WaybillError MALFORMED as `composedDocuments` does, and for a path in the registry or the output folder.
 */
export function projectDocuments(
  config: Config,
  registry: Registry,
  units: readonly Unit[],
): readonly ComposedDocument[] {
  const documents = composedDocuments(registry, units, `${config.outShown}/postcards`);
  for (const { namespace, declaration } of documents) {
    const full = resolve(config.root, declaration.path);
    const [taken] = [config.registry, config.out].filter(
      (folder) => !relative(folder, full).startsWith(".."),
    );
    if (taken === undefined) continue;
    const document = registry.namespaces.get(namespace)?.document;
    const what = taken === config.registry ? "the registry" : "the output folder";
    throw new WaybillError("MALFORMED", `"${declaration.path}" lies in ${what}`, {
      place: document?.place("/documents") ?? {},
      hint: "name a file of its own, e.g. in docs/",
    });
  }
  return documents;
}

/** How the pages on disk differ; one that waybill did not write is foreign, and is never replaced. */
export function documentDrift({ root }: Config, documents: readonly ComposedDocument[]): readonly Drift[] {
  return driftOf(
    root,
    [],
    documents.map(({ file }) => file),
  ).map((drift) =>
    drift.state === "obstacle" ||
    drift.unfinished !== undefined ||
    drift.onDisk === undefined ||
    isOurs(drift.onDisk)
      ? drift
      : { ...drift, state: "foreign" },
  );
}
