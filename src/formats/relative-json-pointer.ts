import { isDigit } from "./characters.ts";
import { isJsonPointerFrom } from "./json-pointer.ts";

/** A Relative JSON Pointer (draft-bhutton-relative-json-pointer-00, section 3), without index manipulation. */
export function isRelativeJsonPointer(text: string): boolean {
  let at = 0;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at === 0 || (at > 1 && text.charCodeAt(0) === 48)) return false;
  return (at + 1 === text.length && text.charCodeAt(at) === 35) || isJsonPointerFrom(text, at);
}
