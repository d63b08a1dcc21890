import { twoDigits } from "./digits.ts";

/** `full-time` of RFC 3339, section 5.6. A leap second stands only where it is 23:59 in UTC. */
export function isTime(text: string): boolean {
  return isTimeFrom(text, 0);
}

/** Whether everything from `start` on is a full time. */
export function isTimeFrom(text: string, start: number): boolean {
  const hour = twoDigits(text, start);
  const minute = twoDigits(text, start + 3);
  const second = twoDigits(text, start + 6);
  if (text.charCodeAt(start + 2) !== 58 || text.charCodeAt(start + 5) !== 58) return false;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return false;
  let at = start + 8;
  let code = text.charCodeAt(at);
  if (code === 46) {
    do code = text.charCodeAt(++at);
    while (code >= 48 && code <= 57);
    if (at === start + 9) return false;
  }
  if (code === 90 || code === 122) {
    return at + 1 === text.length && (second < 60 || (hour === 23 && minute === 59));
  }
  if ((code !== 43 && code !== 45) || at + 6 !== text.length || text.charCodeAt(at + 3) !== 58) return false;
  const offsetHour = twoDigits(text, at + 1);
  const offsetMinute = twoDigits(text, at + 4);
  if (offsetHour < 0 || offsetHour > 23 || offsetMinute < 0 || offsetMinute > 59) return false;
  if (second < 60) return true;
  const offset = (offsetHour * 60 + offsetMinute) * (code === 43 ? 1 : -1);
  return (hour * 60 + minute - offset + 1440) % 1440 === 1439;
}
