import { isDigit, isLetter } from "./characters.ts";
import { isIpv4 } from "./ipv4.ts";
import { isIpv6 } from "./ipv6.ts";

/** A mailbox whose host passes `isHost`; `wide` allows characters beyond ASCII in the local part (RFC 6531). */
export function isMailbox(text: string, wide: boolean, isHost: (host: string) => boolean): boolean {
  const at = text.lastIndexOf("@");
  if (at < 1 || octets(text, at) > 64) return false;
  const quoted = text.charCodeAt(0) === 34;
  if (!(quoted ? isQuoted(text, at, wide) : isDotAtom(text, at, wide))) return false;
  const host = text.slice(at + 1);
  if (!host.startsWith("[")) return isHost(host);
  if (!host.endsWith("]")) return false;
  const literal = host.slice(1, -1);
  return /^ipv6:/i.test(literal) ? isIpv6(literal.slice(5)) : isIpv4(literal);
}

/** UTF-8 octets of the first `end` units (RFC 5321, section 4.5.3.1.1 limits the local part to 64). */
function octets(text: string, end: number): number {
  let count = 0;
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) count += 1;
    else if (code < 0x800) count += 2;
    else count += code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  return count;
}

function isDotAtom(text: string, end: number, wide: boolean): boolean {
  let dot = true;
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 46) {
      if (dot) return false;
      dot = true;
    } else {
      if (!isAtomCode(code) && !(wide && code >= 0x80)) return false;
      dot = false;
    }
  }
  return !dot;
}

function isAtomCode(code: number): boolean {
  return isLetter(code) || isDigit(code) || "!#$%&'*+-/=?^_`{|}~".includes(String.fromCharCode(code));
}

function isQuoted(text: string, end: number, wide: boolean): boolean {
  if (end < 2 || text.charCodeAt(end - 1) !== 34) return false;
  for (let at = 1; at < end - 1; at++) {
    let code = text.charCodeAt(at);
    if (code === 34) return false;
    if (code === 92) {
      if (++at === end - 1) return false;
      code = text.charCodeAt(at);
    }
    if (code < 32 || code === 127 || (code > 127 && !wide)) return false;
  }
  return true;
}
