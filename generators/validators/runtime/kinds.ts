import { add, type Errors } from "./errors.ts";
import { type Members, object } from "./object.ts";

/** A subject that a kind is bound to, and how the hashes of its versions begin. */
type Subject = readonly [namespace: string, name: string, starts: readonly string[]];

/** Whether the block names the subject of its kind, as far as an envelope knows all subjects of its kinds. */
export function agrees(block: unknown, own: Subject, all: readonly Subject[]): boolean {
  const said = object(block) ?? {};
  return (
    (said.namespace ?? own[0]) === own[0] && (said.name ?? own[1]) === own[1] && mayBe(said.hash, own, all)
  );
}

/** A hash that nobody knows is a later version's. */
function mayBe(hash: unknown, own: Subject, all: readonly Subject[]): boolean {
  return typeof hash !== "string" || begins(hash, own) || !all.some((one) => begins(hash, one));
}

function begins(hash: string, subject: Subject): boolean {
  return subject[2].some((start) => hash.startsWith(start, hash.length - 64));
}

/** An error for each member of the block that does not agree. */
export function rejectDisagreement(
  e: Errors,
  p: string,
  block: unknown,
  own: Subject,
  all: readonly Subject[],
): void {
  const said: Members = object(block) ?? {};
  const [namespace, name] = own;
  const meant: Members = { namespace, name };
  const subject = `${namespace}/${name}`;
  for (const member in meant) {
    if ((said[member] ?? meant[member]) === meant[member]) continue;
    add(e, `${p}/${member}`, "x-kinds", `must be "${meant[member]}": the kind carries ${subject}`, {
      subject,
    });
  }
  if (!mayBe(said.hash, own, all)) rejectHash(e, p, own);
}

/** The same of a block whose hash must be known (`onUnknownHash: reject`). */
export function rejectUnknown(e: Errors, p: string, block: unknown, own: Subject, all: readonly Subject[]) {
  if (!isKnown(block, all)) rejectHash(e, p, own);
}

/** Whether the hash of a block, where it has one, is that of a version of some subject. */
export function isKnown(block: unknown, all: readonly Subject[]): boolean {
  const hash = object(block)?.hash;
  return typeof hash !== "string" || all.some((one) => begins(hash, one));
}

function rejectHash(e: Errors, p: string, [namespace, name]: Subject): void {
  const subject = `${namespace}/${name}`;
  add(e, `${p}/hash`, "hash", `is the hash of no published version of ${subject}`, { subject });
}

/** The version a block's hash names; undefined where it has none. */
export function versionByHash(hash: unknown, own: readonly string[]): number | "unknown-version" | undefined {
  if (typeof hash !== "string") return undefined;
  const at = own.indexOf(hash.slice(-64));
  return at < 0 ? "unknown-version" : at + 1;
}
