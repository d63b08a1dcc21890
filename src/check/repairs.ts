import { contentHash } from "../canonical/index.ts";
import type { Finding, Json, Lock, LockedVersion } from "../model.ts";
import { addressOf } from "../registry/intent.ts";
import { type History, historyOf } from "../registry/tree-history.ts";
import type { CheckContext } from "./context.ts";
import { type LostLine, linesOf, lockIn, lockName, lostLines } from "./lock-lines.ts";
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
  /** The lock as it last could be read. */
  restoreLock(): string | undefined;
  /** Brings back the line of a version with this hash; undefined where no commit had it. */
  lockLine(address: string, hash: string): string | undefined;
  setLine(line: LockedVersion): string;
  removeLine(line: number): string;
  remove(path: string): string;
}

/** Locks of commits that are kept. */
const mostHeld = 16;
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
  let lost: ReadonlyMap<string, LostLine> | undefined;
  let today: readonly string[] | undefined;
  let readable: { readonly commit: string | undefined } | undefined;
  const setLine = (line: LockedVersion) => {
    const { lock } = registry;
    const [, text = ""] = linesOf({ versions: new Map([[line.address, line]]), examples: new Map() });
    const there = lock.versions.get(line.address);
    if (there !== undefined) return `let line ${there.line} of ${lock.file} read: ${text}`;
    today ??= linesOf(lock).slice(1, -1);
    const after = 1 + today.filter((other) => other < text).length;
    return `put back into ${lock.file}, after line ${after}: ${text}`;
  };
  const lockAt = lastFew((commit) => lockIn(history().read(commit, lockName)));
  const holders = new Map<string, string | undefined>();
  const restore: Repairs["restore"] = (path, hash) => {
    const key = `${path} ${hash}`;
    if (!holders.has(key))
      holders.set(
        key,
        history().holding(path, (bytes) => hashOf(parsed(bytes)) === hash),
      );
    const commit = holders.get(key);
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
        const locked = lockAt(at)?.versions.get(address);
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
        const line = lockAt(at)?.versions.get(address);
        return line !== undefined && line.hash === hashOf(parsed(bytes));
      });
      return commit === undefined ? undefined : `restore it: ${checkout(commit, path)}`;
    },
    restoreLock() {
      readable ??= { commit: history().holding(lockName, (bytes) => lockIn(bytes) !== undefined) };
      const { commit } = readable;
      return commit === undefined ? undefined : `restore it: ${checkout(commit, lockName)}`;
    },
    lockLine(address, hash) {
      lost ??= lostLines(registry, history());
      const found = lost.get(address);
      if (found?.line.hash !== hash) return undefined;
      return found.whole ? `restore the lock: ${checkout(found.commit, lockName)}` : setLine(found.line);
    },
    setLine,
    removeLine: (line) => `remove line ${line} of the lock: \`sed -i ${line}d ${registry.lock.file}\``,
    remove: (path) => `\`rm ${registry.root}/${path}\``,
  };
}

/** Problems met while loading, with the repair that the history knows. */
export function withRepair(found: Finding, context: CheckContext): Finding {
  const { registry } = context;
  const { file, rule } = found;
  if (file === null || !file.startsWith(`${registry.root}/`)) return found;
  const path = file.slice(registry.root.length + 1);
  if (rule === "LOCK_MALFORMED" || rule === "LOCK_MERGED") {
    const repair = repairsOf(context).restoreLock();
    return repair === undefined ? found : { ...found, fix: repair };
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

/** Damaged files come in groups: those of one commit are asked about one after the other. */
function lastFew(read: (commit: string) => Lock | undefined): (commit: string) => Lock | undefined {
  const held = new Map<string, Lock | undefined>();
  return (commit) => {
    if (!held.has(commit)) {
      if (held.size >= mostHeld) held.clear();
      held.set(commit, read(commit));
    }
    return held.get(commit);
  };
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
