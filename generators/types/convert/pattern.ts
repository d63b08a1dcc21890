import type { JsonObject } from "../../../src/model.ts";
import { own } from "../../../src/schema/json.ts";
import { kind } from "../kinds.ts";
import { any, type Template, type Type } from "../type.ts";
import { union } from "../union.ts";

/** The type of the strings a schema accepts: `pattern` may fix the text, or how it begins. */
export function stringType(schema: JsonObject): Type {
  const pattern = own(schema, "pattern");
  return (typeof pattern === "string" ? patternType(pattern) : undefined) ?? any(kind.string);
}

/** A type that every string matching the pattern has; undefined where only `string` is that. */
export function patternType(pattern: string): Type | undefined {
  const list = /^\^\((?:\?:)?([^()]*)\)\$$/.exec(pattern)?.[1];
  if (list !== undefined) {
    const texts = list.split("|").map(plainText);
    if (texts.some((text) => text === undefined)) return undefined;
    return union(texts.map((text): Type => ({ is: "literal", value: text ?? "" })));
  }
  if (!pattern.startsWith("^") || pattern.includes("|")) return undefined;
  const { text, next } = readPlain(pattern, 1);
  if (pattern.slice(next) === "$") return { is: "literal", value: text };
  return text === "" ? undefined : { is: "template", start: text, end: "" };
}

/** The names a pattern matches, where a template literal says exactly that; undefined elsewhere. */
export function exactTemplate(pattern: string): Template | undefined {
  if (pattern.includes("|")) return undefined;
  if (pattern.startsWith("^")) {
    const { text, next } = readPlain(pattern, 1);
    const exact = text !== "" && ["", ".*"].includes(pattern.slice(next));
    return exact ? { is: "template", start: text, end: "" } : undefined;
  }
  if (!pattern.endsWith("$")) return undefined;
  const text = plainText(pattern.slice(0, -1));
  return text === undefined || text === "" ? undefined : { is: "template", start: "", end: text };
}

function plainText(pattern: string): string | undefined {
  const { text, next } = readPlain(pattern, 0);
  return next === pattern.length ? text : undefined;
}

/** Reads characters that stand for themselves; one before a quantifier does not count. */
function readPlain(pattern: string, from: number): { readonly text: string; readonly next: number } {
  let text = "";
  let next = from;
  while (next < pattern.length) {
    const character = /^(?:\\([-./:_@#\\^$*+?()[\]{}|])|([^\\^$.*+?()[\]{}|]))/u.exec(pattern.slice(next));
    if (character === null) break;
    const after = next + character[0].length;
    if (/[*+?{]/.test(pattern.charAt(after))) break;
    text += character[1] ?? character[2] ?? "";
    next = after;
  }
  return { text, next };
}
