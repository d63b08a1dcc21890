import type { ArrayType } from "../type.ts";
import { indent, type Style, width } from "./style.ts";
import { isNothing, printOperand, printType } from "./type.ts";

/** Beyond this many items a tuple is written as an array; the comment still tells the bounds. */
const mostItems = 8;
/** A longer item type is not repeated. */
const longestRepeated = 40;

/** An array, or a tuple where its length or its places are known. */
export function printArray(array: ArrayType, style: Style): string {
  const mark = style.readonly ? "readonly " : "";
  if (array.most === 0) return `${mark}[]`;
  const places = placesOf(array, style);
  const open = array.most === undefined || array.most > places.length;
  const rest = `${printOperand(array.rest, style)}[]`;
  if (places.length === 0) return mark + rest;
  const items = places.map((text, at) => (at < array.least ? text : optional(text)));
  if (open && !isNothing(array.rest)) items.push(`...${rest}`);
  const line = `${mark}[${items.join(", ")}]`;
  if (line.length <= width && !line.includes("\n")) return line;
  return `${mark}[\n  ${items.map(indent).join(",\n  ")},\n]`;
}

function placesOf(array: ArrayType, style: Style): readonly string[] {
  const places = array.head.map((item) => printType(item, style));
  const most = array.most ?? Number.POSITIVE_INFINITY;
  const text = printType(array.rest, style);
  const repeats = text.length <= longestRepeated && !text.includes("\n") && !isNothing(array.rest);
  const wanted = most <= mostItems ? most : Math.min(array.least, mostItems);
  while (repeats && places.length < wanted) places.push(text);
  return places.slice(0, most);
}

function optional(text: string): string {
  return /^(?:[\w$]+|"[^"]*")$/.test(text) ? `${text}?` : `(${text})?`;
}
