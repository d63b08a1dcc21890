import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { WaybillError } from "../errors.ts";
import type { Dialect, Schema, SourceDocument } from "../model.ts";
import { parseAddress } from "../registry/address.ts";
import { isSchema } from "../schema/children.ts";
import { declaredDialect } from "../schema/dialect.ts";
import type { Arguments, Io } from "./command.ts";
import { select } from "./commands/show.ts";
import { openSound, subjectNamed } from "./open.ts";

/** One side of a comparison. */
export interface Side {
  /** The address, or the file as named. */
  readonly address: string;
  readonly schema: Schema;
  readonly dialect: Dialect;
  readonly document: SourceDocument;
}

/** A schema by address (`cogo.v1/JobStarted@1`) or by file. @throws WaybillError where it is neither. */
export async function sideOf(named: string, args: Arguments, io: Io): Promise<Side> {
  const address = parseAddress(named);
  if (address !== undefined && !existsSync(resolve(io.cwd, named))) {
    const { registry } = await openSound(args, io);
    return select(await subjectNamed(registry, `${address.namespace}/${address.name}`), address.selector);
  }
  if (!existsSync(resolve(io.cwd, named))) {
    throw new WaybillError("CANNOT_RUN", `there is no file "${named}"`, {
      hint: 'name a JSON Schema file, or an address such as "cogo.v1/JobStarted@2"',
    });
  }
  const { readFileStrict, readJson } = await import("../input/index.ts");
  const document = readJson(readFileStrict(resolve(io.cwd, named), { file: named, profile: "loose" }), {
    file: named,
    profile: "loose",
  });
  if (!isSchema(document.value)) {
    throw new WaybillError("MALFORMED", "a schema is an object or a boolean", {
      place: document.place(""),
      hint: "name a JSON Schema file or an address",
    });
  }
  return {
    address: named,
    schema: document.value,
    dialect: declaredDialect(document.value) ?? "2020-12",
    document,
  };
}
