import { patternOf } from "../../src/evaluate/pattern.ts";
import type { Module } from "./module.ts";
import { js } from "./quote.ts";
import { literalOf } from "./regex/literal.ts";
import { type Run, runOf } from "./regex/run.ts";
import { hasBeyond, sequenceOf } from "./regex/sequence.ts";

/**
 * A JavaScript expression: whether a text matches a pattern. Plain text becomes a comparison, one set all through a
 * search for what is not in it; the rest is the pattern itself, made once.
 * @throws WaybillError where it is no regular expression.
 */
export function patternTest(module: Module, source: string, value: string): string {
  const { flags } = patternOf(source);
  const sequence = flags === "u" ? sequenceOf(source) : undefined;
  if (sequence === undefined) return test(module, source, flags, value);
  const literal = literalOf(sequence);
  if (literal !== undefined) return literal(value);
  const run = runOf(sequence);
  if (run !== undefined) return runTest(module, run, value);
  // Within ASCII both modes mean the same, and the engine is quicker without `u`.
  const plain = !hasBeyond(sequence.items) && !source.includes("\\u{");
  return test(module, source, plain ? "" : "u", value);
}

function runTest(module: Module, { min, max, forbidden }: Run, value: string): string {
  const none = `!${test(module, forbidden, "", value)}`;
  const size = `${value}.length`;
  if (min === max) return `(${size} === ${min} && ${none})`;
  const least = min === 0 ? [] : [min === 1 ? `${value} !== ""` : `${size} >= ${min}`];
  const most = max === Number.POSITIVE_INFINITY ? [] : [`${size} <= ${max}`];
  return `(${[...least, ...most, none].join(" && ")})`;
}

function test(module: Module, source: string, flags: string, value: string): string {
  // The engine spells `source` so that it can stand between slashes; what could end a script or a line stays in a string.
  const spelled = new RegExp(source, flags).source;
  const mode = flags === "" ? "" : `, ${js(flags)}`;
  const made = /^[ !-;=-~]*$/.test(spelled)
    ? `/${spelled}/${flags}`
    : `/*#__PURE__*/ new RegExp(${js(source)}${mode})`;
  return `${module.constant("R", made)}.test(${value})`;
}
