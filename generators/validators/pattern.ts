import { patternOf } from "../../src/evaluate/pattern.ts";
import type { Module } from "./module.ts";
import { js } from "./quote.ts";
import { loopOf } from "./regex/loop.ts";

/**
 * A JavaScript expression: whether a text matches a pattern, as a loop over characters where it is simple enough.
 * @throws WaybillError where it is no regular expression.
 */
export function patternTest(module: Module, source: string, value: string): string {
  const { flags } = patternOf(source);
  const loop = flags === "u" ? loopOf(source) : undefined;
  if (loop !== undefined) return loop.inline?.(value) ?? `${module.constant("p", loop.text)}(${value})`;
  const made = `/*#__PURE__*/ new RegExp(${js(source)}, ${js(flags)})`;
  return `${module.constant("r", made)}.test(${value})`;
}
