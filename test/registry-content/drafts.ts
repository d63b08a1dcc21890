import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Json, JsonObject } from "../../src/model.ts";

export const registry = new URL("../../registry", import.meta.url).pathname;

export interface DraftFolder {
  /** `cogo.v1/JobStarted` */
  readonly address: string;
  readonly path: string;
  readonly schema: JsonObject;
}

function folders(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
}

/** Every subject of the built-in registry that has a draft. */
export function drafts(): readonly DraftFolder[] {
  return folders(registry).flatMap((namespace) =>
    folders(join(registry, namespace)).flatMap((name) => {
      const path = join(registry, namespace, name);
      if (!existsSync(join(path, "schema.json"))) return [];
      return [{ address: `${namespace}/${name}`, path, schema: readObject(join(path, "schema.json")) }];
    }),
  );
}

/** The `.json` files of an example folder, name and value. */
export function examples(
  draft: DraftFolder,
  kind: "valid" | "invalid",
): readonly { name: string; value: Json }[] {
  const folder = join(draft.path, "examples", kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => ({
    name,
    value: JSON.parse(readFileSync(join(folder, name), "utf8")),
  }));
}

export function readObject(path: string): JsonObject {
  return JSON.parse(readFileSync(path, "utf8"));
}

const drafts07 = "http://json-schema.org/draft-07/schema#";

/** A plain Ajv that knows every draft by its urn: what somebody without our tools would run. */
export function plainValidators(): (address: string) => ValidateFunction {
  const options = { strict: false, allErrors: true };
  const engines = { old: new Ajv(options), new: new Ajv2020(options) };
  formats.default(engines.old);
  formats.default(engines.new);
  const engineOf = new Map<string, Ajv>();
  for (const { address, schema } of drafts()) {
    const engine = schema.$schema === drafts07 ? engines.old : engines.new;
    engineOf.set(address, engine);
    engine.addSchema({ ...schema }, urn(address));
  }
  return (address) => {
    const validate = engineOf.get(address)?.getSchema(urn(address));
    if (validate === undefined) throw new Error(`no draft of ${address}`);
    return validate as ValidateFunction;
  };
}

function urn(address: string): string {
  return `urn:waybill:${address.replace("/", ":")}`;
}
