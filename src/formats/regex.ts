/** A regular expression of ECMA-262 in its Unicode mode, as JSON Schema asks. It is compiled and dropped, never run. */
export function isRegex(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
