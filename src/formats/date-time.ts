import { startsWithDate } from "./date.ts";
import { isTimeFrom } from "./time.ts";

/** `date-time` of RFC 3339, section 5.6, leap seconds included; `T` and `Z` in either case. */
export function isDateTime(text: string): boolean {
  const code = text.charCodeAt(10);
  return (code === 84 || code === 116) && startsWithDate(text) && isTimeFrom(text, 11);
}
