import { patternOf } from "../../src/evaluate/pattern.ts";
import type { Module } from "./module.ts";
import { js } from "./quote.ts";
import { literalOf } from "./regex/literal.ts";
import { type Run, runOf } from "./regex/run.ts";
import { hasBeyond, sequenceOf } from "./regex/sequence.ts";
import { unroll } from "./regex/unroll.ts";

/** The test of one pattern, for any module and value. */
type Test = (module: Module, value: string) => string;

const known = new Map<string, Test>();

/**
 * A JavaScript expression: whether a text matches a pattern. Plain text becomes a comparison, one set all through a
 * comparison of lengths and a search; the rest is the pattern itself, made once.
 * @throws WaybillError where it is no regular expression.
 */
export function patternTest(module: Module, source: string, value: string): string {
  let test = known.get(source);
  if (test === undefined) {
    test = planOf(source);
    if (known.size > 1000) known.clear();
    known.set(source, test);
  }
  return test(module, value);
}

function planOf(source: string): Test {
  const flags = patternOf(source).unicode ? "u" : "";
  const sequence = flags === "u" ? sequenceOf(source) : undefined;
  if (sequence === undefined) return made(source, flags);
  const literal = literalOf(sequence);
  if (literal !== undefined) return (_, value) => literal(value);
  const run = runOf(sequence);
  if (run !== undefined) return runTest(run);
  // Within ASCII both modes mean the same, and the engine is quicker without `u`.
  return made(source, !hasBeyond(sequence.items) && !source.includes("\\u{") ? "" : "u");
}

function runTest({ min, max, allowed, forbidden }: Run): Test {
  if (min === max && allowed !== undefined) return made(`^${allowed}{${min}}$`, "");
  const some = made(forbidden, "");
  return (module, value) => {
    const size = `${value}.length`;
    const none = `!${some(module, value)}`;
    if (min === max) return `(${size} === ${min} && ${none})`;
    const least = min === 0 ? [] : [min === 1 ? `${value} !== ""` : `${size} >= ${min}`];
    const most = max === Number.POSITIVE_INFINITY ? [] : [`${size} <= ${max}`];
    return `(${[...least, ...most, none].join(" && ")})`;
  };
}

/** A regular expression, made once in a module. */
function made(pattern: string, flags: "" | "u"): Test {
  const source = unroll(pattern, flags);
  // The engine spells `source` so that it can stand between slashes; what could end a script or a line stays in a string.
  const spelled = new RegExp(source, flags).source;
  const mode = flags === "" ? "" : `, ${js(flags)}`;
  const expression = /^[ !-;=-~]*$/.test(spelled)
    ? `/${spelled}/${flags}`
    : `/*#__PURE__*/ new RegExp(${js(source)}${mode})`;
  return (module, value) => `${module.constant("R", expression)}.test(${value})`;
}
