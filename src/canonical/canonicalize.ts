import canonicalizeJcs from "canonicalize";
import type { Json } from "../model.ts";

/**
 * The RFC 8785 (JCS) form of a JSON value.
 * @throws TypeError where the value is not JSON (undefined, NaN, a lone surrogate).
 */
export function canonicalize(value: Json): string {
  const text = canonicalizeJcs(value);
  if (text === undefined) throw new TypeError("not a JSON value");
  return text;
}
