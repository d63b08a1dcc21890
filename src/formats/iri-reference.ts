import { isUriLike } from "./uri-parts.ts";

/** `IRI-reference` of RFC 3987. */
export function isIriReference(text: string): boolean {
  return isUriLike(text, true, true);
}
