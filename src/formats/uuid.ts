const form = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The text form of RFC 4122, section 3, in either case; any version and variant. */
export function isUuid(text: string): boolean {
  return text.length === 36 && form.test(text);
}
