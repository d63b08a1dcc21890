/** A JSON Pointer (RFC 6901) in its string form. */
export function isJsonPointer(text: string): boolean {
  return isJsonPointerFrom(text, 0);
}

/** Whether everything from `start` on is a JSON Pointer. */
export function isJsonPointerFrom(text: string, start: number): boolean {
  if (start === text.length) return true;
  if (text.charCodeAt(start) !== 47) return false;
  for (let at = text.indexOf("~", start); at >= 0; at = text.indexOf("~", at + 1)) {
    const code = text.charCodeAt(at + 1);
    if (code !== 48 && code !== 49) return false;
  }
  return true;
}
