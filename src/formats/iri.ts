import { isUriLike } from "./uri-parts.ts";

/** `IRI` of RFC 3987. */
export function isIri(text: string): boolean {
  return isUriLike(text, true, false);
}
