/** The text form of RFC 4122, section 3, in either case; any version and variant. */
export function isUuid(text: string): boolean {
  if (text.length !== 36) return false;
  for (let at = 0; at < 36; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) continue;
    const lower = code | 32;
    if (lower >= 97 && lower <= 102) continue;
    if (code !== 45) return false;
    if (at !== 8 && at !== 13 && at !== 18 && at !== 23) return false;
  }
  return (
    text.charCodeAt(8) === 45 &&
    text.charCodeAt(13) === 45 &&
    text.charCodeAt(18) === 45 &&
    text.charCodeAt(23) === 45
  );
}
