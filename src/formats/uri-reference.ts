import { isUriLike } from "./uri-parts.ts";

/** `URI-reference` of RFC 3986: a URI or a relative reference. */
export function isUriReference(text: string): boolean {
  return isUriLike(text, false, true);
}
