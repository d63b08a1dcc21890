import { endsDay } from "./leap-second.ts";

const form = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** `full-time` of RFC 3339, section 5.6. A leap second stands only where it is 23:59 in UTC. */
export function isTime(text: string): boolean {
  return form.test(text) && (text[6] !== "6" || endsDay(`1970-01-01T${text}`));
}
