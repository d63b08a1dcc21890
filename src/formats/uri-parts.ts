import { isDigit, isHexDigit, isLetter, isPercentTriplet } from "./characters.ts";
import { isIpv6 } from "./ipv6.ts";

/**
 * The generic syntax of RFC 3986 (`wide` false) or RFC 3987, in one pass; a relative reference only where `relative`.
 */
export function isUriLike(text: string, wide: boolean, relative: boolean): boolean {
  let at = 0;
  const colon = schemeEnd(text);
  if (colon < 0 && !relative) return false;
  if (colon >= 0) at = colon + 1;
  if (text.startsWith("//", at)) {
    const start = at + 2;
    at = start;
    while (at < text.length && !endsAuthority(text.charCodeAt(at))) at++;
    if (!isAuthority(text.slice(start, at), wide)) return false;
  } else if (colon < 0) {
    // A first segment with a colon would read as a scheme.
    const first = text.indexOf(":");
    const slash = text.indexOf("/");
    const query = text.search(/[?#]/);
    if (first >= 0 && (slash < 0 || first < slash) && (query < 0 || first < query)) return false;
  }
  let part = 0; // 0 path, 1 query, 2 fragment
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 35 && part < 2) part = 2;
    else if (code === 63 && part === 0) part = 1;
    else if (code === 37) {
      if (!isPercentTriplet(text, at)) return false;
      at += 2;
    } else if (!(isPathCode(code) || code === 47 || (code === 63 && part > 0))) {
      const step = wide ? wideLength(text, at, part === 1) : 0;
      if (step === 0) return false;
      at += step - 1;
    }
  }
  return true;
}

/** The place of the colon after a scheme; -1 where the text has no scheme. */
function schemeEnd(text: string): number {
  if (!isLetter(text.charCodeAt(0))) return -1;
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 58) return at;
    if (!isLetter(code) && !isDigit(code) && code !== 43 && code !== 45 && code !== 46) return -1;
  }
  return -1;
}

function endsAuthority(code: number): boolean {
  return code === 47 || code === 63 || code === 35;
}

function isAuthority(authority: string, wide: boolean): boolean {
  const user = authority.indexOf("@");
  if (user >= 0 && !isRun(authority, 0, user, wide, true)) return false;
  let end = user + 1;
  if (authority.charCodeAt(end) === 91) {
    const close = authority.indexOf("]", end);
    if (close < 0 || !isIpLiteral(authority.slice(end + 1, close))) return false;
    end = close + 1;
  } else {
    const start = end;
    while (end < authority.length && authority.charCodeAt(end) !== 58) end++;
    if (!isRun(authority, start, end, wide, false)) return false;
  }
  if (end === authority.length) return true;
  if (authority.charCodeAt(end) !== 58) return false;
  for (let at = end + 1; at < authority.length; at++) {
    if (!isDigit(authority.charCodeAt(at))) return false;
  }
  return true;
}

/** Registered name, or user information where colons may stand. */
function isRun(text: string, start: number, end: number, wide: boolean, colons: boolean): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 37) {
      if (!isPercentTriplet(text, at)) return false;
      at += 2;
    } else if (code === 58 ? !colons : code === 64 || !isPathCode(code)) {
      const step = wide ? wideLength(text, at, false) : 0;
      if (step === 0) return false;
      at += step - 1;
    }
  }
  return true;
}

function isIpLiteral(text: string): boolean {
  if ((text.charCodeAt(0) | 32) !== 118) return isIpv6(text);
  const dot = text.indexOf(".");
  if (dot < 2 || dot === text.length - 1) return false;
  for (let at = 1; at < dot; at++) if (!isHexDigit(text.charCodeAt(at))) return false;
  for (let at = dot + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 64 || !isPathCode(code)) return false;
  }
  return true;
}

/** `pchar` without percent triplets: unreserved, sub-delims, `:` and `@`. */
function isPathCode(code: number): boolean {
  if (isLetter(code)) return true;
  if (code >= 36 && code <= 59) return code !== 37 && code !== 47; // $ & ' ( ) * + , - . 0-9 : ;
  return code === 33 || code === 61 || code === 64 || code === 95 || code === 126;
}

/** Units the `ucschar` at `at` takes, or `iprivate` where `secret`; 0 where there is none (RFC 3987, section 2.2). */
function wideLength(text: string, at: number, secret: boolean): number {
  const code = text.codePointAt(at) ?? 0;
  if (code < 0xa0) return 0;
  if (code < 0x10000) {
    if (code <= 0xd7ff || (code >= 0xf900 && code <= 0xfdcf) || (code >= 0xfdf0 && code <= 0xffef)) return 1;
    return secret && code >= 0xe000 && code <= 0xf8ff ? 1 : 0;
  }
  if ((code & 0xffff) > 0xfffd) return 0;
  if (code >= 0xf0000) return secret ? 2 : 0;
  return code >= 0xe0000 && code < 0xe1000 ? 0 : 2;
}
