import { statSync } from "node:fs";
import { resolve } from "node:path";
import { WaybillError } from "../errors.ts";
import type { Registry } from "../model.ts";
import { parseAddress } from "../registry/address.ts";
import { text } from "./arguments.ts";
import type { Arguments, Io } from "./command.ts";
import { openBase, openSound } from "./open.ts";
import type { Side } from "./sides.ts";

/** Whether the words name a registry and not one schema: a git ref, `<ref>:<folder>`, `merge-base`, `./folder`. */
export async function isWhole(named: string, io: Io): Promise<boolean> {
  const entry = statSync(resolve(io.cwd, named), { throwIfNoEntry: false });
  if (/^\.{0,2}\//.test(named)) return entry?.isDirectory() === true;
  if (entry?.isFile() || parseAddress(named) !== undefined) return false;
  if (named.startsWith(".git#") || /^merge-base(:|$)/.test(named)) return true;
  const colon = named.indexOf(":");
  if (colon === -1) return !/\.json$/.test(named);
  const rest = named.slice(colon + 1);
  if (parseAddress(rest) !== undefined) return false;
  const { gitFile } = await import("../registry/tree-git.ts");
  return gitFile(io.cwd, named.slice(0, colon), rest) === undefined && !/\.json$/.test(rest);
}

/** One side of a comparison of registries. */
export interface Whole {
  /** Every subject by address. */
  readonly sides: ReadonlyMap<string, Side>;
  /** Undefined for an empty side. */
  readonly registry: Registry | undefined;
}

/** Every subject of a registry; of the working tree where nothing is named. */
export async function wholeOf(named: string | undefined, args: Arguments, io: Io): Promise<Whole> {
  const { frozenDrafts } = await import("./frozen-drafts.ts");
  const whole = (registry: Registry): Whole => ({ sides: frozenDrafts(registry), registry });
  if (named === undefined) return whole((await openSound(args, io)).registry);
  const { loadConfig } = await import("../config/load.ts");
  const config = loadConfig(io.cwd, text(args, "config"));
  const base = await openBase(named, config).catch((error: unknown) => {
    throw isName(named) && error instanceof WaybillError && error.code === "CANNOT_RUN"
      ? nothingCalled(named, error)
      : error;
  });
  if (base === undefined || base.registry.subjects.size > 0 || !named.includes(":"))
    return base === undefined ? { sides: new Map(), registry: undefined } : whole(base.registry);
  throw new WaybillError("CANNOT_RUN", `there is no registry and no file at "${named}"`, {
    hint: "name a git ref, a file or a registry folder at one: main:registry",
  });
}

/** A word that may have been meant for a file as well as for a branch. */
function isName(named: string): boolean {
  return !/^\.git#|^merge-base|[:/]/.test(named);
}

function nothingCalled(named: string, cause: WaybillError): WaybillError {
  return new WaybillError(
    "CANNOT_RUN",
    `there is no file "${named}", and no commit "${named}" in this clone`,
    {
      hint: `name a file, an address such as "cogo.v1/JobStarted@2", or fetch the ref first: git fetch origin <ref>`,
      cause,
    },
  );
}
