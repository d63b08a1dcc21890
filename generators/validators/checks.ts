import type { Json } from "../../src/model.ts";
import { isArray, isObject } from "../../src/schema/json.ts";
import type { Located } from "../../src/schema/resources.ts";
import type { Module } from "./module.ts";
import { patternTest } from "./pattern.ts";
import { js } from "./quote.ts";
import { read, readArray, readNumber, readString } from "./read.ts";

/** One test on a value that needs no statements. */
export interface Check {
  /** A JavaScript expression, true where the value is rejected. */
  readonly bad: string;
  /** The function of `runtime/errors.ts` that says so, and its arguments after the pointer. */
  readonly reject: string;
  readonly args: () => readonly string[];
}

/** `const` and `enum`: they speak of every type. */
export function valueChecks(module: Module, at: Located, value: string): readonly Check[] {
  const checks: Check[] = [];
  const constant = read(at, "const");
  if (constant !== undefined) {
    checks.push({ bad: differs(module, value, constant), reject: "rejectConst", args: () => [js(constant)] });
  }
  const listed = readArray(at, "enum");
  if (listed !== undefined) {
    const strings = listed.length > 8 && listed.every((entry) => typeof entry === "string");
    const bad = strings
      ? `!${module.constant("S", `/*#__PURE__*/ new Set(${js(listed)})`)}.has(${value})`
      : listed.map((entry) => differs(module, value, entry)).join(" && ") || "true";
    checks.push({ bad, reject: "rejectEnum", args: () => [js(listed)] });
  }
  return checks;
}

function differs(module: Module, value: string, expected: Json): string {
  const deep = isArray(expected) || isObject(expected);
  if (!deep) return `${value} !== ${js(expected)}`;
  return `!${module.runtime("equal", "equal")}(${value}, ${module.constant("X", js(expected))})`;
}

/** The keywords of numbers, the value known to be one. */
export function numberChecks(module: Module, at: Located, value: string): readonly Check[] {
  const checks: Check[] = [];
  const bound = (keyword: string, sign: string, bad: string, limit: number) =>
    checks.push({
      bad: `${value} ${bad} ${js(limit)}`,
      reject: "rejectBound",
      args: () => [js(keyword), js(sign), js(limit)],
    });
  const [least, most] = [readNumber(at, "minimum"), readNumber(at, "maximum")];
  if (least !== undefined) {
    if (excludes(at, "exclusiveMinimum")) bound("minimum", ">", "<=", least);
    else bound("minimum", ">=", "<", least);
  }
  if (most !== undefined) {
    if (excludes(at, "exclusiveMaximum")) bound("maximum", "<", ">=", most);
    else bound("maximum", "<=", ">", most);
  }
  const [above, under] = [readNumber(at, "exclusiveMinimum"), readNumber(at, "exclusiveMaximum")];
  if (above !== undefined && at.dialect !== "draft-04") bound("exclusiveMinimum", ">", "<=", above);
  if (under !== undefined && at.dialect !== "draft-04") bound("exclusiveMaximum", "<", ">=", under);
  const divisor = readNumber(at, "multipleOf");
  if (divisor !== undefined && divisor > 0) {
    const bad =
      divisor === 1
        ? `!Number.isInteger(${value})`
        : `!${module.runtime("multiple", "isMultiple")}(${value}, ${js(divisor)})`;
    checks.push({ bad, reject: "rejectMultiple", args: () => [js(divisor)] });
  }
  return checks;
}

/** In draft-04 a boolean beside the bound makes it exclusive. */
function excludes(at: Located, keyword: string): boolean {
  return at.dialect === "draft-04" && read(at, keyword) === true;
}

/** The keywords of strings, the value known to be one. Lengths count code points. */
export function stringChecks(module: Module, at: Located, value: string): readonly Check[] {
  const checks: Check[] = [];
  const count = () => `${module.runtime("text", "codePoints")}(${value})`;
  const least = readNumber(at, "minLength");
  if (least !== undefined && least > 0) {
    const long = least === 1 ? "" : ` || (${value}.length < ${js(2 * least)} && ${count()} < ${js(least)})`;
    checks.push({
      bad: least === 1 ? `${value} === ""` : `(${value}.length < ${js(least)}${long})`,
      reject: "rejectLength",
      args: () => [js("minLength"), js(least)],
    });
  }
  const most = readNumber(at, "maxLength");
  if (most !== undefined) {
    const size = `${value}.length`;
    const bad =
      most === 0
        ? `${value} !== ""`
        : `${size} > ${js(most)} && (${size} > ${js(2 * most)} || ${count()} > ${js(most)})`;
    checks.push({
      bad: `(${bad})`,
      reject: "rejectLength",
      args: () => [js("maxLength"), js(most)],
    });
  }
  const format = readString(at, "format");
  if (format !== undefined && module.options.assertFormats && module.options.formats.has(format)) {
    const test = module.runtime(`formats/${format}`, formatName(format));
    checks.push({ bad: `!${test}(${value})`, reject: "rejectFormat", args: () => [js(format)] });
  }
  const pattern = readString(at, "pattern");
  if (pattern !== undefined) {
    checks.push({
      bad: `!${patternTest(module, pattern, value)}`,
      reject: "rejectPattern",
      args: () => [js(pattern)],
    });
  }
  return checks;
}

/** `date-time` is exported as `isDateTime`. */
export function formatName(format: string): string {
  const words = format.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `is${words.join("")}`;
}
