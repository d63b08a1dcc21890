import { parsePointer } from "../schema/pointer.ts";

const scalar = /[^,\]}\s]+/y;
const structure = /["[\]{}]/g;

/**
 * Offset of the value at a pointer, or of its nearest existing ancestor. The text has passed the gate, so this only
 * skips: it reads each character at most once and keeps nothing.
 */
export function locateJson(text: string, pointer: string): number {
  let at = pastSpace(text, 0);
  for (const token of parsePointer(pointer) ?? []) {
    const inside =
      text[at] === "{" ? member(text, at, token) : text[at] === "[" ? item(text, at, token) : undefined;
    if (inside === undefined) break;
    at = inside;
  }
  return at;
}

function member(text: string, object: number, name: string): number | undefined {
  let at = pastSpace(text, object + 1);
  while (text[at] === '"') {
    const end = pastString(text, at);
    const found = JSON.parse(text.slice(at, end)) === name;
    at = pastSpace(text, pastSpace(text, end) + 1);
    if (found) return at;
    at = pastComma(text, pastValue(text, at));
  }
  return undefined;
}

function item(text: string, array: number, token: string): number | undefined {
  if (!/^(0|[1-9]\d*)$/.test(token)) return undefined;
  let at = pastSpace(text, array + 1);
  for (let index = Number(token); index > 0 && text[at] !== "]"; index -= 1)
    at = pastComma(text, pastValue(text, at));
  return text[at] === "]" ? undefined : at;
}

function pastValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  do {
    const code = text[at];
    if (code === '"') at = pastString(text, at);
    else if (code === "{" || code === "[" || code === "}" || code === "]") {
      depth += code === "{" || code === "[" ? 1 : -1;
      at += 1;
    } else if (depth === 0) {
      scalar.lastIndex = at;
      scalar.test(text);
      at = scalar.lastIndex;
    }
    if (depth > 0) {
      structure.lastIndex = at;
      at = structure.exec(text)?.index ?? text.length;
    }
  } while (depth > 0);
  return at;
}

function pastString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function pastComma(text: string, start: number): number {
  const at = pastSpace(text, start);
  return text[at] === "," ? pastSpace(text, at + 1) : at;
}

function pastSpace(text: string, start: number): number {
  let at = start;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at += 1;
  return at;
}
