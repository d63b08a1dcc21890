import { js } from "../quote.ts";
import type { Sequence } from "./sequence.ts";
import { rangesOf } from "./set.ts";

/** A pattern that is plain text, as a comparison: `^a$`, `^a`, `a$`, `a`. */
export function literalOf({ items, atStart, atEnd }: Sequence): ((value: string) => string) | undefined {
  let text = "";
  for (const { set, min, max } of items) {
    const [range, more] = set === undefined || set.beyond ? [] : rangesOf(set);
    if (range === undefined || more !== undefined || range[0] !== range[1] || min !== max) return undefined;
    text += String.fromCharCode(range[0]).repeat(min);
    if (text.length > 200) return undefined;
  }
  if (text === "" && !(atStart && atEnd)) return () => "true";
  if (atStart && atEnd) return (value) => `(${value} === ${js(text)})`;
  if (atStart) return (value) => `${value}.startsWith(${js(text)})`;
  return (value) => `${value}.${atEnd ? "endsWith" : "includes"}(${js(text)})`;
}
