import { canonicalize, sha256Hex, shapeHash } from "../canonical/index.ts";
import { isObject } from "../schema/json.ts";
import { valueAt } from "../schema/pointer.ts";
import type { Compared } from "./compare.ts";

/**
 * First 12 hex of SHA-256 over rule, subject, pointer and the fragments at both places, prose left out: an accepted
 * finding stays accepted while only texts and lines move.
 */
export function fingerprint(
  rule: string,
  subject: string,
  old: Compared,
  next: Compared,
  oldPointer: string | null,
  newPointer: string | null,
  member: string | undefined,
): string {
  // A change to one member of a list stays the same change while the others move.
  const fragments = member === undefined ? [fragment(old, oldPointer), fragment(next, newPointer)] : [member];
  return sha256Hex(JSON.stringify([rule, subject, newPointer ?? oldPointer, ...fragments])).slice(0, 12);
}

function fragment({ schema, dialect }: Compared, pointer: string | null): string {
  const value = pointer === null ? undefined : valueAt(schema, pointer);
  if (value === undefined) return "";
  return isObject(value) ? shapeHash(value, dialect) : canonicalize(value);
}
