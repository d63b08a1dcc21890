import { existsSync, readdirSync } from "node:fs";
import type { Accepts } from "../check/accept.ts";
import type { Config } from "../config/load.ts";
import { WaybillError } from "../errors.ts";
import type { Registry, Subject } from "../model.ts";
import type { BaseSide } from "../registry/against.ts";
import type { Loaded } from "../registry/load.ts";
import type { Tree } from "../registry/tree.ts";
import { text } from "./arguments.ts";
import type { Arguments, Io } from "./command.ts";

export interface Opened extends Loaded {
  readonly config: Config;
  /** What the registry was loaded from; it remembers what it listed. */
  readonly tree: Tree;
}

/** Configuration and registry of the working directory, with every malformed file listed. */
export async function open(args: Arguments, io: Io): Promise<Opened> {
  const { loadConfig } = await import("../config/load.ts");
  const { folderTree } = await import("../registry/tree.ts");
  const { loadRegistry } = await import("../registry/load.ts");
  const config = loadConfig(io.cwd, text(args, "config"));
  requireRegistry(config);
  const tree = folderTree(config.registry, config.registryShown);
  return { config, tree, ...loadRegistry(tree, { policy: config.policy }) };
}

/** @throws WaybillError CANNOT_RUN where there is no registry, or nothing in it. */
export function requireRegistry({ registry, registryShown, file }: Config): void {
  if (existsSync(registry) && readdirSync(registry).length > 0) return;
  throw new WaybillError("CANNOT_RUN", `there is no registry at "${registryShown}"`, {
    place: { file },
    hint: "start in the folder that holds it, use -C, name it in waybill.yaml, or begin one with `waybill init`",
  });
}

/** The same for commands that need a registry without a flaw. @throws the first problem met while loading. */
export async function openSound(args: Arguments, io: Io): Promise<Opened> {
  const opened = await open(args, io);
  const [first] = opened.problems;
  if (first !== undefined) throw first;
  return opened;
}

/** The base of a comparison: its registry, and its own settings where it has any. */
export interface Base {
  readonly registry: Registry;
  readonly config: Config | undefined;
}

/** The working tree's drafts over the frozen versions and the lock of a git ref. @throws the first problem of either. */
export async function openOn(
  args: Arguments,
  io: Io,
  ref: string,
): Promise<Opened & { readonly base: Base }> {
  const { loadConfig } = await import("../config/load.ts");
  const { folderTree } = await import("../registry/tree.ts");
  const { gitSide } = await import("../registry/against.ts");
  const { loadRegistry } = await import("../registry/load.ts");
  const config = loadConfig(io.cwd, text(args, "config"));
  const base = await loadBase(gitSide(ref, config));
  const tree = folderTree(config.registry, config.registryShown);
  const { problems, registry } = loadRegistry(tree, {
    base: base.registry,
    policy: config.policy,
  });
  const [first] = problems;
  if (first !== undefined) throw first;
  return { config, tree, registry, problems, base };
}

/** What `--against` names; undefined for the lock alone. @throws the first problem met while loading it. */
export async function openBase(words: string | undefined, config: Config): Promise<Base | undefined> {
  if (words === undefined || words === "lock") return undefined;
  const { baseSide } = await import("../registry/against.ts");
  return loadBase(baseSide(words, config));
}

async function loadBase({ tree, config }: BaseSide): Promise<Base> {
  const { loadRegistry } = await import("../registry/load.ts");
  const { registry, problems } = loadRegistry(tree, { policy: config?.policy });
  const [first] = problems;
  if (first !== undefined) throw first;
  return { registry, config };
}

/** The accepted breaks that count: the base's, and those of this side where that was asked for. */
export function acceptsOf(base: Registry | undefined, head: Registry | undefined): Accepts {
  const breaks = new Map([...(base?.accepted ?? []), ...(head?.accepted ?? [])]);
  return { breaks, today: new Date().toISOString().slice(0, 10) };
}

/** The addresses that subjects or namespaces on the command line mean; undefined where none were named. */
export async function chosen(
  registry: Registry,
  names: readonly string[],
): Promise<ReadonlySet<string> | undefined> {
  if (names.length === 0) return undefined;
  const found = new Set<string>();
  for (const name of names) {
    const matching = [...registry.subjects.values()].filter(
      ({ address, namespace }) => address === name || namespace === name,
    );
    if (matching.length === 0) throw await unknownSubject(registry, name);
    for (const { address } of matching) found.add(address);
  }
  return found;
}

/** One subject by address. @throws WaybillError USAGE with a suggestion. */
export async function subjectNamed(registry: Registry, name: string): Promise<Subject> {
  const subject = registry.subjects.get(name);
  if (subject === undefined) throw await unknownSubject(registry, name);
  return subject;
}

async function unknownSubject(registry: Registry, name: string): Promise<WaybillError> {
  const { closest } = await import("../config/closest.ts");
  const suggestion = closest(name, [...registry.subjects.keys(), ...registry.namespaces.keys()]);
  return new WaybillError("USAGE", `there is no subject or namespace "${name}"`, {
    hint: suggestion === undefined ? "see `waybill list`" : `did you mean "${suggestion}"?`,
  });
}
