import type { Errors } from "./errors.ts";
import { object } from "./object.ts";

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
  const members = object(block);
  return (
    members === undefined ||
    ((typeof members.namespace !== "string" || members.namespace === namespace) &&
      (typeof members.name !== "string" || members.name === name) &&
      hashAgrees(members.hash, ...hashes))
  );
}

function hashAgrees(hash: unknown, own: readonly string[], isOthers?: (hash: string) => boolean): boolean {
  if (typeof hash !== "string" || begins(hash, own)) return true;
  return isOthers !== undefined && !isOthers(hash);
}

/** An error for each member of the block that does not agree. */
export function rejectDisagreement(
  errors: Errors,
  pointer: string,
  block: unknown,
  kind: string,
  namespace: string,
  name: string,
  ...hashes: Hashes
): void {
  const members = object(block);
  const subject = `${namespace}/${name}`;
  for (const [member, expected] of [
    ["namespace", namespace],
    ["name", name],
  ] as const) {
    const said = members?.[member];
    if (typeof said !== "string" || said === expected) continue;
    const message = `must be "${expected}": kind "${kind}" carries ${subject}`;
    errors.push({
      pointer: `${pointer}/${member}`,
      keyword: "x-kinds",
      message,
      params: { kind, subject, said },
    });
  }
  const hash = members?.hash;
  if (hashAgrees(hash, ...hashes)) return;
  const message = `is the hash of no published version of ${subject}`;
  errors.push({ pointer: `${pointer}/hash`, keyword: "hash", message, params: { hash, subject } });
}

/** The version a block's hash names; undefined where it has none. */
export function versionByHash(hash: unknown, own: readonly string[]): number | "unknown-version" | undefined {
  if (typeof hash !== "string") return undefined;
  const at = own.indexOf(hash.slice(-64));
  return at < 0 ? "unknown-version" : at + 1;
}
