import { isHexDigit } from "./characters.ts";
import { isIpv4From } from "./ipv4.ts";

/** An IPv6 address (RFC 4291, section 2.2): no zone, at most one `::`, an IPv4 tail allowed. */
export function isIpv6(text: string): boolean {
  const { length } = text;
  if (length < 2 || length > 45) return false;
  let groups = 0;
  let gap = false;
  let at = 0;
  if (text.startsWith("::")) {
    gap = true;
    at = 2;
  }
  while (at < length) {
    const start = at;
    while (at < length && at - start < 5 && isHexDigit(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) === 46) {
      groups += 2;
      return (gap ? groups < 8 : groups === 8) && isIpv4From(text, start, length);
    }
    if (at === start || at - start > 4) return false;
    groups++;
    if (at === length) break;
    if (text.charCodeAt(at++) !== 58) return false;
    if (text.charCodeAt(at) === 58) {
      if (gap) return false;
      gap = true;
      at++;
    } else if (at === length) return false;
  }
  return gap ? groups < 8 : groups === 8;
}
