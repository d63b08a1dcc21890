// Repetitions are written out in pairs: the engine counts those above three, which is slower.
const form =
  /^[0-9a-f]{2}[0-9a-f]{2}[0-9a-f]{2}[0-9a-f]{2}-[0-9a-f]{2}[0-9a-f]{2}-[0-9a-f]{2}[0-9a-f]{2}-[0-9a-f]{2}[0-9a-f]{2}-[0-9a-f]{2}[0-9a-f]{2}[0-9a-f]{2}[0-9a-f]{2}[0-9a-f]{2}[0-9a-f]{2}$/i;

/** The text form of RFC 4122, section 3, in either case; any version and variant. */
export function isUuid(text: string): boolean {
  return form.test(text);
}
