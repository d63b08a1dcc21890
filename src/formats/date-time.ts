import { endsDay } from "./leap-second.ts";

// `\d\d\d\d`, not `\d{4}`: the engine writes out up to three repetitions and counts the others, which is slower.
const form =
  /^(?:\d\d\d\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)t(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** `date-time` of RFC 3339, section 5.6, leap seconds included; `T` and `Z` in either case. */
export function isDateTime(text: string): boolean {
  return form.test(text) && (text[17] !== "6" || endsDay(text));
}
