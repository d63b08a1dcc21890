import { contentHash } from "../canonical/index.ts";
import { WaybillError } from "../errors.ts";
import type { Finding, Json, Lock, LockedVersion, Registry } from "../model.ts";
import { addressOf } from "../registry/intent.ts";
import { formatLock, parseLock } from "../registry/lock.ts";
import { type History, historyOf } from "../registry/tree-history.ts";
import type { CheckContext } from "./context.ts";
import { malformed } from "./malformed.ts";

/** The exact way back from each kind of damage; commands stand in backticks, to be run where waybill.yaml lies. */
export interface Repairs {
  /** Takes a file from the newest commit that holds a content; undefined where none does. Paths are inside the registry. */
  restore(path: string, hash: string): string | undefined;
  /** The same, or what to do where no commit helps. */
  restoreOr(path: string, hash: string): string;
  /** Takes a file and the lock together, from a commit in which the lock names the file and `isRight` likes it. */
  restoreWithLock(path: string, address: string, isRight: (value: Json) => boolean): string;
  /** Whether there is a history to ask. */
  inGit(): boolean;
  /** The draft of a subject as it last could be read. */
  restoreDraft(path: string): string | undefined;
  /** The file of a version as this lock names it, or one that a commit has together with its line. */
  restoreVersion(path: string, address: string): string | undefined;
  /** Brings back the line of a version with this hash; undefined where no commit had it. */
  lockLine(address: string, hash: string): string | undefined;
  setLine(line: LockedVersion): string;
  removeLine(line: number): string;
  remove(path: string): string;
}

const lockName = "waybill.lock";
const known = new WeakMap<CheckContext, Repairs>();

export function repairsOf(context: CheckContext): Repairs {
  const found = known.get(context) ?? repairs(context);
  known.set(context, found);
  return found;
}

function repairs({ config, registry }: CheckContext): Repairs {
  let opened: History | undefined;
  const history = () => {
    opened ??= historyOf(config.registry);
    return opened;
  };
  const checkout = (commit: string, ...paths: readonly string[]) =>
    `\`git checkout ${commit} -- ${paths.map((path) => `${registry.root}/${path}`).join(" ")}\``;
  const restore: Repairs["restore"] = (path, hash) => {
    const commit = history().holding(path, (bytes) => hashOf(parsed(bytes)) === hash);
    return commit === undefined ? undefined : `restore it: ${checkout(commit, path)}`;
  };
  return {
    restore,
    restoreOr: (path, hash) =>
      restore(path, hash) ??
      (history().known
        ? `no commit of this clone holds it as published; fetch what is missing (\`git fetch --unshallow\`), or restore ${registry.root}/${path} from a copy`
        : `restore ${registry.root}/${path} from a copy; under git it would be: git checkout HEAD -- ${registry.root}/${path}`),
    restoreWithLock(path, address, isRight) {
      const commit = history().holding(path, (bytes, at) => {
        const value = parsed(bytes);
        const locked = lockIn(history().read(at, lockName))?.versions.get(address);
        return value !== undefined && hashOf(value) === locked?.hash && isRight(value);
      });
      return commit === undefined
        ? `restore ${registry.root}/${path} and ${registry.lock.file} from a copy`
        : `restore it and the lock: ${checkout(commit, path, lockName)}`;
    },
    inGit: () => history().known,
    restoreDraft(path) {
      const commit = history().holding(path, (bytes) => parsed(bytes) !== undefined);
      return commit === undefined ? undefined : `restore it: ${checkout(commit, path)}`;
    },
    restoreVersion(path, address) {
      const locked = registry.lock.versions.get(address)?.hash;
      if (locked !== undefined) return restore(path, locked);
      const commit = history().holding(path, (bytes, at) => {
        const line = lockIn(history().read(at, lockName))?.versions.get(address);
        return line !== undefined && line.hash === hashOf(parsed(bytes));
      });
      return commit === undefined ? undefined : `restore it: ${checkout(commit, path)}`;
    },
    lockLine(address, hash) {
      let line: LockedVersion | undefined;
      let whole = false;
      const commit = history().holding(lockName, (bytes) => {
        const lock = lockIn(bytes);
        line = lock?.versions.get(address);
        if (lock === undefined || line?.hash !== hash) return false;
        whole = holdsAll(lock, registry.lock, address);
        return true;
      });
      if (commit === undefined || line === undefined) return undefined;
      return whole ? `restore the lock: ${checkout(commit, lockName)}` : setLine(line, registry);
    },
    setLine: (line) => setLine(line, registry),
    removeLine: (line) => `remove line ${line} of the lock: \`sed -i ${line}d ${registry.lock.file}\``,
    remove: (path) => `\`rm ${registry.root}/${path}\``,
  };
}

/** Problems met while loading, with the repair that the history knows. */
export function withRepair(found: Finding, context: CheckContext): Finding {
  const { registry, config } = context;
  const { file, rule } = found;
  if (file === null || !file.startsWith(`${registry.root}/`)) return found;
  const path = file.slice(registry.root.length + 1);
  if (rule === "LOCK_MALFORMED" || rule === "LOCK_MERGED") {
    const commit = historyOf(config.registry).holding(lockName, (bytes) => lockIn(bytes) !== undefined);
    return commit === undefined
      ? found
      : { ...found, fix: `restore it: \`git checkout ${commit} -- ${registry.lock.file}\`` };
  }
  const address = addressOf(path);
  if (address === undefined || (rule !== "MALFORMED" && rule !== "VERSION_MISNAMED")) return found;
  // Held against no lock nothing can be said of a version; what mends the lock mends it too.
  const ofLock = context.problems.find(({ place }) => place.file === registry.lock.file);
  if (ofLock !== undefined) return { ...found, fix: withRepair(malformed(ofLock), context).fix };
  const locked = registry.lock.versions.get(address);
  const repair = locked === undefined ? undefined : repairsOf(context).restore(path, locked.hash);
  return repair === undefined ? found : { ...found, fix: repair };
}

/** Whether a lock says all that another says, one version aside. */
function holdsAll(lock: Lock, other: Lock, but: string): boolean {
  const kept = [...other.versions.values()].filter(({ address }) => address !== but);
  const before = new Set(linesOf(lock.versions.values(), lock.examples.values()));
  return linesOf(kept, other.examples.values()).every((line) => before.has(line));
}

function linesOf(...parts: Parameters<typeof formatLock>): readonly string[] {
  return formatLock(...parts).split("\n");
}

function setLine(line: LockedVersion, { lock }: Registry): string {
  const [, text = ""] = linesOf([line], []);
  const there = lock.versions.get(line.address);
  if (there !== undefined) return `let line ${there.line} of ${lock.file} read: ${text}`;
  const before = linesOf(lock.versions.values(), lock.examples.values()).slice(1, -1);
  const after = 1 + before.filter((other) => other < text).length;
  return `put back into ${lock.file}, after line ${after}: ${text}`;
}

function lockIn(bytes: Uint8Array | undefined): Lock | undefined {
  try {
    return bytes === undefined ? undefined : parseLock(new TextDecoder().decode(bytes), lockName);
  } catch (error) {
    if (error instanceof WaybillError) return undefined;
    throw error;
  }
}

function parsed(bytes: Uint8Array): Json | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Json;
  } catch {
    return undefined;
  }
}

function hashOf(value: Json | undefined): string | undefined {
  try {
    return value === undefined ? undefined : contentHash(value);
  } catch {
    return undefined;
  }
}
