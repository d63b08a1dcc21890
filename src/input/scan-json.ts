import { append } from "../schema/pointer.ts";
import type { Bounds } from "./bounds.ts";
import { Fault } from "./fault.ts";
import { roundTrips } from "./number.ts";
import { quote } from "./quote.ts";

/** An array or object that is still open, as a link to the one around it. */
interface Open {
  readonly outer: Open | undefined;
  readonly depth: number;
  /** Characters of the pointer to it. */
  readonly length: number;
  /** Names seen so far; undefined in an array. A list while short, then a set. */
  names: string[] | Set<string> | undefined;
  /** The member or item being read. */
  step: string | number;
}

const quotation = 34;
const backslash = 92;
const escapes = '"\\/bfnrt';
const numberAt = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const hexAt = /[0-9a-fA-F]{4}/y;

/**
 * Reads a JSON text (RFC 8259) without building its value, and finds what `JSON.parse` lets pass: members that
 * appear twice, numbers that do not round-trip, escaped surrogates that stand alone, depth and count beyond bounds.
 * It keeps its own stack, so no nesting can overflow ours.
 * @throws Fault at the first thing wrong
 */
export function scanJson(text: string, bounds: Bounds): void {
  let at = 0;
  let nodes = 0;
  let pointers = 0;
  let open: Open | undefined;

  skipSpace();
  if (at === text.length) fail("the file is empty", "write a JSON value");
  for (;;) {
    if (value()) continue;
    // A value has ended: close what ends with it, up to the next comma.
    for (;;) {
      skipSpace();
      if (open === undefined) {
        if (at < text.length) fail(`${found()} after the end of the value`, "one file holds one JSON value");
        return;
      }
      const code = text.charCodeAt(at);
      if (code === 44) {
        at += 1;
        skipSpace();
        if (open.names === undefined) open.step = Number(open.step) + 1;
        else name(open);
        break;
      }
      if (code !== (open.names === undefined ? 93 : 125))
        fail(
          `${found()} where "," or "${open.names === undefined ? "]" : "}"}" belongs`,
          "mend the JSON syntax",
        );
      at += 1;
      open = open.outer;
    }
  }

  /** Reads one value; true when it opened a container that has a first value to read. */
  function value(): boolean {
    skipSpace();
    nodes += 1;
    if (nodes > bounds.nodes) fail(`the file has more than ${bounds.nodes} values`, "split it");
    if (open !== undefined) pointers += open.length + stepLength(open.step);
    if (pointers > bounds.pointers)
      fail("the member names above many values are too long", "shorten the names");
    const code = text.charCodeAt(at);
    if (code === quotation) string();
    else if (code === 123) return enter([]);
    else if (code === 91) return enter(undefined);
    else if (code === 45 || (code >= 48 && code <= 57)) number();
    else if (text.startsWith("true", at) || text.startsWith("null", at)) at += 4;
    else if (text.startsWith("false", at)) at += 5;
    else fail(`${found()} where a value belongs`, "mend the JSON syntax");
    return false;
  }

  function enter(names: string[] | undefined): boolean {
    const depth: number = (open?.depth ?? 0) + 1;
    if (depth > bounds.depth) fail(`values are nested more than ${bounds.depth} deep`, "flatten the file");
    at += 1;
    skipSpace();
    if (text.charCodeAt(at) === (names === undefined ? 93 : 125)) {
      at += 1;
      return false;
    }
    const length = open === undefined ? 0 : open.length + stepLength(open.step);
    open = { outer: open, depth, length, names, step: 0 };
    if (names !== undefined) name(open);
    return true;
  }

  function name(object: Open): void {
    const start = at;
    if (text.charCodeAt(at) !== quotation) {
      object.step = "";
      open = object.outer;
      fail(`${found()} where a member name in double quotes belongs`, "mend the JSON syntax");
    }
    const escaped = string();
    const token = text.slice(start, at);
    const decoded: unknown = escaped ? JSON.parse(token) : token.slice(1, -1);
    const key = String(decoded);
    object.step = key;
    if (!remember(object, key))
      fail(
        `member ${quote(key)} appears twice`,
        "keep one of the two, readers disagree on which counts",
        start,
      );
    skipSpace();
    if (text.charCodeAt(at) !== 58) fail(`${found()} where ":" belongs`, "mend the JSON syntax");
    at += 1;
  }

  /** Moves past a string; true when it holds escapes. */
  function string(): boolean {
    const start = at;
    let escaped = false;
    at += 1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === quotation) break;
      if (code === backslash) {
        escaped = true;
        escapeSequence();
      } else if (code >= 32) at += 1;
      else if (at >= text.length) fail("a string has no closing quote", "close it", start);
      else fail(`control character ${found()} inside a string`, "write it as an escape, \\u00XX");
    }
    at += 1;
    return escaped;
  }

  function escapeSequence(): void {
    if (text[at + 1] !== "u") {
      if (!escapes.includes(text[at + 1] ?? "?"))
        fail("an escape JSON does not know", "write \\\\ for a backslash");
      at += 2;
      return;
    }
    const unit = hex();
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const low = unit < 0xdc00 && text.startsWith("\\u", at + 6) ? hex(at + 6) : 0;
      if (low < 0xdc00 || low > 0xdfff)
        fail("an escaped surrogate stands alone", "write both halves of the pair, or the character itself");
      at += 6;
    }
    at += 6;
  }

  function hex(start = at): number {
    hexAt.lastIndex = start + 2;
    if (!hexAt.test(text))
      fail("an escape JSON does not know", "write four hexadecimal digits after \\u", start);
    return Number.parseInt(text.slice(start + 2, start + 6), 16);
  }

  function number(): void {
    numberAt.lastIndex = at;
    const token = numberAt.exec(text)?.[0];
    if (token === undefined) fail("a minus sign without digits", "mend the JSON syntax");
    if (/[\d.]/.test(text[at + token.length] ?? ""))
      fail("a number JSON does not know", "no leading zeros, and digits on both sides of the point");
    if (!roundTrips(token, bounds.longFractions))
      fail(
        `number ${shorten(token)} changes when it is read`,
        "write it as a string, or as the number it becomes",
      );
    at += token.length;
  }

  function skipSpace(): void {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      at += 1;
    }
  }

  function found(): string {
    return at < text.length ? quote(String.fromCodePoint(text.codePointAt(at) ?? 0)) : "the end of the file";
  }

  function fail(message: string, hint: string, offset = at): never {
    throw new Fault(message, offset, pointerTo(open), hint);
  }
}

const fewNames = 8;

/** Notes a name; false where it was there already. */
function remember(object: Open, name: string): boolean {
  const { names } = object;
  if (Array.isArray(names)) {
    if (names.includes(name)) return false;
    if (names.length < fewNames) names.push(name);
    else object.names = new Set(names).add(name);
  } else if (names !== undefined) {
    if (names.has(name)) return false;
    names.add(name);
  }
  return true;
}

/** Characters a step adds to a pointer; for positions, roughly. */
function stepLength(step: string | number): number {
  return typeof step === "string" ? step.length + 1 : 4;
}

function pointerTo(open: Open | undefined): string {
  const tokens: string[] = [];
  for (let container = open; container !== undefined; container = container.outer)
    tokens.push(append("", container.step));
  return tokens.reverse().join("");
}

function shorten(token: string): string {
  return token.length > 40 ? `${token.slice(0, 40)}…` : token;
}
