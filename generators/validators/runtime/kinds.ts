import { add, type Errors } from "./errors.ts";
import { type Members, object } from "./object.ts";

/**
 * How the hashes of the kind's subject begin, and whether one is another subject's; without that, no unknown hash is
 * accepted.
 */
type Hashes = readonly [own: readonly string[], isOthers?: (hash: string) => boolean];

/** Whether one of these is how the last 64 digits of a hash begin. */
export function begins(hash: string, starts: readonly string[]): boolean {
  for (const start of starts) if (hash.startsWith(start, hash.length - 64)) return true;
  return false;
}

/** Whether the block names the subject that the kind is bound to. A hash that nobody knows is a later version's. */
export function agrees(block: unknown, namespace: string, name: string, ...hashes: Hashes): boolean {
  const said = object(block) ?? {};
  return (
    (said.namespace ?? namespace) === namespace &&
    (said.name ?? name) === name &&
    hashAgrees(said.hash, ...hashes)
  );
}

function hashAgrees(hash: unknown, own: readonly string[], isOthers: Hashes[1] = () => true): boolean {
  return typeof hash !== "string" || begins(hash, own) || !isOthers(hash);
}

/** An error for each member of the block that does not agree. */
export function rejectDisagreement(
  e: Errors,
  p: string,
  block: unknown,
  namespace: string,
  name: string,
  ...hashes: Hashes
): void {
  const said: Members = object(block) ?? {};
  const subject = `${namespace}/${name}`;
  const meant: Members = { namespace, name };
  for (const member in meant) {
    if ((said[member] ?? meant[member]) === meant[member]) continue;
    add(e, `${p}/${member}`, "x-kinds", `must be "${meant[member]}": the kind carries ${subject}`, {
      subject,
    });
  }
  if (!hashAgrees(said.hash, ...hashes)) {
    add(e, `${p}/hash`, "hash", `is the hash of no published version of ${subject}`, { subject });
  }
}

/** The version a block's hash names; undefined where it has none. */
export function versionByHash(hash: unknown, own: readonly string[]): number | "unknown-version" | undefined {
  if (typeof hash !== "string") return undefined;
  const at = own.indexOf(hash.slice(-64));
  return at < 0 ? "unknown-version" : at + 1;
}
