// `\d\d\d\d` is quicker than `\d{4}`, see date-time.ts.
const form =
  /^(?:\d\d\d\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/;

/** `full-date` of RFC 3339, section 5.6, with the days each month has. */
export function isDate(text: string): boolean {
  return form.test(text);
}
