/** `dotted-quad` of RFC 2673, section 3.2: four decimal octets without leading zeros. */
export function isIpv4(text: string): boolean {
  return text.length < 16 && isIpv4From(text, 0, text.length);
}

/** Whether the characters from `start` to `end` are an address. */
export function isIpv4From(text: string, start: number, end: number): boolean {
  let octets = 0;
  let value = 0;
  let digits = 0;
  for (let at = start; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 46;
    if (code === 46) {
      if (digits === 0 || value > 255) return false;
      octets++;
      value = 0;
      digits = 0;
    } else if (code >= 48 && code <= 57 && digits < 3 && (digits === 0 || value > 0)) {
      value = value * 10 + code - 48;
      digits++;
    } else return false;
  }
  return octets === 4;
}
