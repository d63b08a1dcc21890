import { isUriLike } from "./uri-parts.ts";

/** `URI` of RFC 3986: absolute, a fragment allowed. */
export function isUri(text: string): boolean {
  return isUriLike(text, false, false);
}
