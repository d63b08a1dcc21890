import { isDigit, isLetter } from "./characters.ts";
import { isALabel } from "./idna.ts";

/** A host name (RFC 1123, section 2.1); labels in the `xn--` form must be the A-labels of RFC 5890. */
export function isHostname(text: string): boolean {
  if (text === "" || text.length > 253) return false;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 46;
    if (code === 46) {
      if (!isLabel(text, start, at)) return false;
      start = at + 1;
    } else if (!isLetter(code) && !isDigit(code) && code !== 45) return false;
  }
  return true;
}

function isLabel(text: string, start: number, end: number): boolean {
  if (start === end || end - start > 63) return false;
  if (text.charCodeAt(start) === 45 || text.charCodeAt(end - 1) === 45) return false;
  if (text.charCodeAt(start + 2) !== 45 || text.charCodeAt(start + 3) !== 45 || end - start < 4) return true;
  const lower = text.slice(start, end).toLowerCase();
  return !lower.startsWith("xn--") || isALabel(lower);
}
