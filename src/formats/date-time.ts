import { startsWithDate } from "./date.ts";
import { isTimeFrom } from "./time.ts";

/** Nearly all of them: no day beyond the 28th, no leap second. */
const common =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])[Tt](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** `date-time` of RFC 3339, section 5.6, leap seconds included; `T` and `Z` in either case. */
export function isDateTime(text: string): boolean {
  return common.test(text) || isRare(text);
}

function isRare(text: string): boolean {
  const code = text.charCodeAt(10);
  return (code === 84 || code === 116) && startsWithDate(text) && isTimeFrom(text, 11);
}
