import { twoDigits } from "./digits.ts";

/** `full-date` of RFC 3339, section 5.6, with the days each month has. */
export function isDate(text: string): boolean {
  return text.length === 10 && startsWithDate(text);
}

/** Whether the first ten characters are a date. */
export function startsWithDate(text: string): boolean {
  const century = twoDigits(text, 0);
  const year = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  if (century < 0 || year < 0 || month < 1 || month > 12 || day < 1) return false;
  if (day < 29) return true;
  if (month !== 2) return day < 31 || (day === 31 && month > 7 !== (month % 2 === 1));
  return day === 29 && (year === 0 ? century : year) % 4 === 0;
}
