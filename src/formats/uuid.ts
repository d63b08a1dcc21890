const form = /^[0-9a-f]+-[0-9a-f]+-[0-9a-f]+-[0-9a-f]+-[0-9a-f]+$/i;

/** The text form of RFC 4122, section 3, in either case; any version and variant. */
export function isUuid(text: string): boolean {
  // Runs of any length, the hyphens looked up: quicker than counting digits.
  return (
    text.length === 36 &&
    text[8] === "-" &&
    text[13] === "-" &&
    text[18] === "-" &&
    text[23] === "-" &&
    form.test(text)
  );
}
