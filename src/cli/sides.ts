import { statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Config } from "../config/load.ts";
import { WaybillError } from "../errors.ts";
import type { Dialect, Registry, Schema, SourceDocument } from "../model.ts";
import { parseAddress } from "../registry/address.ts";
import { isSchema } from "../schema/children.ts";
import { declaredDialect } from "../schema/dialect.ts";
import { text } from "./arguments.ts";
import type { Arguments, Io } from "./command.ts";
import { select } from "./commands/show.ts";
import { openBase, openSound, subjectNamed } from "./open.ts";

/** One side of a comparison. */
export interface Side {
  /** The address, or the file as named. */
  readonly address: string;
  readonly schema: Schema;
  readonly dialect: Dialect;
  readonly document: SourceDocument;
}

/**
 * A schema by file, by address (`cogo.v1/JobStarted@1`), or by either at a git ref (`main:registry/...`, `main:cogo.v1/JobStarted`).
 * A draft that refers to other subjects is read as publishing would freeze it.
 * @throws WaybillError where it is none of them.
 */
export async function sideOf(named: string, args: Arguments, io: Io): Promise<Side> {
  const path = resolve(io.cwd, named);
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry?.isDirectory())
    throw new WaybillError("USAGE", `"${named}" is a folder`, { hint: "name a file or an address" });
  if (entry !== undefined) {
    const { readFileStrict } = await import("../input/index.ts");
    return fileSide(named, readFileStrict(path, { file: named, profile: "loose" }), path, args, io);
  }
  const address = parseAddress(named);
  if (address !== undefined) {
    const { registry } = await openSound(args, io);
    return select(await subjectNamed(registry, `${address.namespace}/${address.name}`), address.selector);
  }
  const colon = named.indexOf(":");
  if (colon > 0) return sideAt(named.slice(0, colon), named.slice(colon + 1), args, io);
  throw nothingCalled(named);
}

async function sideAt(ref: string, rest: string, args: Arguments, io: Io): Promise<Side> {
  const named = `${ref}:${rest}`;
  const address = parseAddress(rest);
  if (address !== undefined) {
    const registry = await registryAt(ref, args, io);
    const subject = await subjectNamed(registry, `${address.namespace}/${address.name}`);
    return { ...select(subject, address.selector), address: named };
  }
  const { gitFile } = await import("../registry/tree-git.ts");
  const bytes = gitFile(io.cwd, ref, rest);
  if (bytes === undefined)
    throw new WaybillError("CANNOT_RUN", `there is no file "${rest}" at "${ref}"`, {
      hint: "name a file as it is called there, relative to this folder",
    });
  return fileSide(named, bytes, resolve(io.cwd, rest), args, io, ref);
}

async function fileSide(
  named: string,
  bytes: Uint8Array,
  path: string,
  args: Arguments,
  io: Io,
  ref?: string,
): Promise<Side> {
  const { readJson } = await import("../input/index.ts");
  const { subjectReferences } = await import("../registry/references.ts");
  const document = readJson(bytes, { file: named, profile: "loose" });
  const schema = document.value;
  if (!isSchema(schema)) {
    throw new WaybillError("MALFORMED", "a schema is an object or a boolean", {
      place: document.place(""),
      hint: "name a JSON Schema file or an address",
    });
  }
  const dialect = declaredDialect(schema) ?? "2020-12";
  const plain = { address: named, schema, dialect, document };
  if (subjectReferences(schema, dialect).length === 0) return plain;
  const { loadConfig } = await import("../config/load.ts");
  const address = draftAt(path, loadConfig(io.cwd, text(args, "config")));
  if (address === undefined) return plain;
  const registry = ref === undefined ? (await openSound(args, io)).registry : await registryAt(ref, args, io);
  const { frozenDrafts } = await import("./frozen-drafts.ts");
  const frozen = frozenDrafts(registry).get(address);
  return frozen === undefined ? plain : { ...plain, schema: frozen.schema };
}

/** The subject whose draft a path is; undefined for other files. */
function draftAt(path: string, { registry }: Config): string | undefined {
  const inside = relative(registry, path).split(sep);
  const [namespace, name, file] = inside;
  return inside.length === 3 && file === "schema.json" ? `${namespace}/${name}` : undefined;
}

async function registryAt(ref: string, args: Arguments, io: Io): Promise<Registry> {
  const { loadConfig } = await import("../config/load.ts");
  const base = await openBase(ref, loadConfig(io.cwd, text(args, "config")));
  if (base === undefined) throw nothingCalled(ref);
  return base.registry;
}

function nothingCalled(named: string): WaybillError {
  return new WaybillError("CANNOT_RUN", `there is no file "${named}"`, {
    hint: 'name a JSON Schema file, or an address such as "cogo.v1/JobStarted@2", or a file at a git ref: "main:path"',
  });
}
