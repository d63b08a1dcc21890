import { WaybillError } from "../errors.ts";
import { bounds, checkName, decode, readYaml } from "../input/index.ts";
import type { Lock, Namespace, PolicyName, Registry, Subject } from "../model.ts";
import { loadAccepted } from "./accepted.ts";
import { collisions } from "./collisions.ts";
import { nothingUnfinished } from "./intent.ts";
import { loadSubject } from "./load-subject.ts";
import { emptyLock, parseLock } from "./lock.ts";
import { readNamespace } from "./namespace.ts";
import type { EntryKind, Tree } from "./tree.ts";

export interface Loaded {
  readonly registry: Registry;
  /** Every malformed file, each once; what could be read is in `registry` all the same. */
  readonly problems: readonly WaybillError[];
}

/** Folders and files of the registry root that are no namespaces. */
const rootNames = new Set(["waybill.lock", "accepted", "withdrawn", "README.md"]);

export interface LoadOptions {
  /** Policy of namespaces that name none; `additive` where absent. */
  readonly policy?: PolicyName | undefined;
  /** Takes the lock and the frozen versions from another registry: the tree's own may be in conflict with them. */
  readonly base?: Registry;
}

/** Reads a registry whole. Linear in its files; reads nothing outside the tree and follows no link. */
export function loadRegistry(tree: Tree, options: LoadOptions = {}): Loaded {
  // A publisher at work between the first file and the last would show half of each state, or a file that has gone.
  for (;;) {
    const before = tree.stamp();
    try {
      const loaded = loadOnce(tree, options);
      if (tree.stamp() === before) return loaded;
    } catch (error) {
      if (tree.stamp() === before) throw error;
    }
  }
}

function loadOnce(tree: Tree, { base, policy }: LoadOptions): Loaded {
  const problems: WaybillError[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof WaybillError) || error.code !== "MALFORMED") throw error;
      problems.push(error);
      return undefined;
    }
  };
  const rootEntries = tree.list("");
  const hasLock = rootEntries.some(({ name }) => name === "waybill.lock");
  const lock = base?.lock ?? (hasLock ? attempt(() => readLock(tree)) : undefined);
  const namespaces = new Map<string, Namespace>();
  const subjects = new Map<string, Subject>();
  const known = lock ?? emptyLock(tree.shown("waybill.lock"));
  const unfinished = attempt(() => tree.unfinished(known)) ?? nothingUnfinished;
  const list = (path: string) => attempt(() => tree.list(path)) ?? [];
  const context = { tree, list, lock: known, unfinished, base, attempt, problems, sound: new WeakSet() };
  problems.push(...collisions(rootEntries, "", tree));
  for (const entry of rootEntries) {
    if (rootNames.has(entry.name) || entry.name.startsWith(".")) continue;
    if (!isFolder(entry, tree.shown(entry.name), "namespace", problems)) continue;
    const namespace = attempt(() => loadNamespace(tree, entry.name, policy));
    if (namespace === undefined) continue;
    namespaces.set(namespace.name, namespace);
    const inside = tree.list(entry.name);
    problems.push(...collisions(inside, entry.name, tree));
    for (const inner of inside) {
      if (inner.name === "namespace.yaml" || inner.name === "README.md" || inner.name.startsWith("."))
        continue;
      const path = `${entry.name}/${inner.name}`;
      if (!isFolder(inner, tree.shown(path), "subject", problems)) continue;
      const subject = attempt(() => loadSubject(path, namespace, context));
      if (subject !== undefined) subjects.set(subject.address, subject);
    }
  }
  return {
    registry: { root: tree.root, namespaces, subjects, lock: context.lock, accepted: loadAccepted(context) },
    problems,
  };
}

function readLock(tree: Tree): Lock {
  const file = tree.shown("waybill.lock");
  return parseLock(decode(tree.read("waybill.lock", "loose"), file, bounds.loose), file);
}

function loadNamespace(tree: Tree, name: string, policy: PolicyName | undefined): Namespace {
  const path = `${name}/namespace.yaml`;
  const file = tree.shown(path);
  if (!tree.list(name).some((entry) => entry.name === "namespace.yaml")) {
    throw new WaybillError("MALFORMED", `namespace "${name}" has no namespace.yaml`, {
      place: { file },
      hint: "add one with a title, owners and a policy",
    });
  }
  return readNamespace(name, readYaml(tree.read(path, "registry"), { file, profile: "registry" }), policy);
}

function isFolder(
  entry: { readonly name: string; readonly kind: EntryKind },
  file: string,
  kind: "namespace" | "subject",
  problems: WaybillError[],
): boolean {
  const wrong = entry.kind === "folder" ? checkName(entry.name, kind) : `"${entry.name}" is not a folder`;
  if (wrong === undefined) return true;
  problems.push(
    new WaybillError("MALFORMED", wrong, {
      place: { file },
      hint: `here stand ${kind} folders only; move or remove it`,
    }),
  );
  return false;
}
