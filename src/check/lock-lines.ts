import { WaybillError } from "../errors.ts";
import type { Lock, LockedVersion, Registry } from "../model.ts";
import { formatLock, parseLock } from "../registry/lock.ts";
import type { History } from "../registry/tree-history.ts";

export const lockName = "waybill.lock";

/** A line that a commit's lock has of a version. */
export interface LostLine {
  readonly commit: string;
  readonly line: LockedVersion;
  /** Whether that lock says all that today's says of everything else, and may stand in its place. */
  readonly whole: boolean;
}

/**
 * The newest line that any commit's lock has of each version whose own line is missing or has another hash, by address.
 * All are looked for at once: every lock of the history is read one time, however many lines are missing.
 */
export function lostLines({ lock, subjects }: Registry, history: History): ReadonlyMap<string, LostLine> {
  const wanted = new Map<string, string>();
  for (const { address, hash } of [...subjects.values()].flatMap(({ versions }) => versions))
    if (lock.versions.get(address)?.hash !== hash) wanted.set(`version ${address} ${hash}`, address);
  const today = linesOf(lock);
  const found = new Map<string, LostLine>();
  if (wanted.size === 0) return found;
  history.holding(lockName, (bytes, commit) => {
    const lines = new TextDecoder().decode(bytes).split("\n");
    const here = lines.flatMap((line) => wanted.get(line.split(" ", 3).join(" ")) ?? []);
    const that = here.some((address) => !found.has(address)) ? lockIn(bytes) : undefined;
    if (that === undefined) return false;
    const before = new Set(lines);
    const lacking = today.filter((line) => !before.has(line));
    for (const address of here) {
      const line = that.versions.get(address);
      if (line === undefined || found.has(address)) continue;
      found.set(address, { commit, line, whole: lacking.every((one) => one.split(" ", 2)[1] === address) });
    }
    return found.size === wanted.size;
  });
  return found;
}

/** The text of a lock, line by line. */
export function linesOf({ versions, examples }: Pick<Lock, "versions" | "examples">): readonly string[] {
  return formatLock(versions.values(), examples.values()).split("\n");
}

/** A lock as a commit holds it; undefined where it holds none, or none that can be read. */
export function lockIn(bytes: Uint8Array | undefined): Lock | undefined {
  try {
    return bytes === undefined ? undefined : parseLock(new TextDecoder().decode(bytes), lockName);
  } catch (error) {
    if (error instanceof WaybillError) return undefined;
    throw error;
  }
}
