import { type Check, numberChecks, stringChecks, valueChecks } from "./checks.ts";
import type { Module, Place } from "./module.ts";
import { decidingAt, read, readArray } from "./read.ts";
import { hasType, type TypeName, typesAt, typeTest } from "./types.ts";

const simple = new Set(
  "type const enum minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern format".split(
    " ",
  ),
);

/** Whether a place is judged by looking at one value, without members, items or other schemas. */
export function isSimple({ located }: Place): boolean {
  const types = typesAt(located);
  if (types?.includes("object") && types.length > 1) return false;
  return typeof located.schema === "boolean" || decidingAt(located).every((name) => simple.has(name));
}

/** A JavaScript expression: whether a simple place accepts the value; `"true"` where it accepts everything. */
export function simpleExpression(module: Module, { located }: Place, value: string): string {
  if (typeof located.schema === "boolean") return String(located.schema);
  const good = [...valueChecks(module, located, value).map(holds)];
  const byType = typeExpression(module, located, value);
  if (byType !== "true") good.push(byType);
  return good.length === 0 ? "true" : good.length === 1 ? (good[0] ?? "true") : `(${good.join(" && ")})`;
}

function typeExpression(module: Module, located: Place["located"], value: string): string {
  const types = impliedByValues(located) ? undefined : typesAt(located);
  if (types?.length === 1 && types[0] === "object") {
    return `${module.runtime("object", "isObject")}(${value})`;
  }
  const strings = stringChecks(module, located, value);
  const numbers = numberChecks(module, located, value);
  const tests = (types ?? []).flatMap((type) => (type === "object" ? [] : [type]));
  if (types === undefined) {
    const conditions = [
      ...(strings.length > 0 ? [`(typeof ${value} !== "string" || ${all(strings)})`] : []),
      ...(numbers.length > 0 ? [`(typeof ${value} !== "number" || ${all(numbers)})`] : []),
    ];
    return conditions.length > 1 ? `(${conditions.join(" && ")})` : (conditions[0] ?? "true");
  }
  const choices = tests.map((type) => {
    const checks = type === "string" ? strings : type === "number" || type === "integer" ? numbers : [];
    const test = typeTest(type, value);
    return checks.length === 0 ? test : `${test} && ${all(checks)}`;
  });
  if (choices.length === 0) return "false";
  return choices.length === 1 ? `(${choices[0]})` : `(${choices.map((one) => `(${one})`).join(" || ")})`;
}

function all(checks: readonly Check[]): string {
  return checks.map(holds).join(" && ");
}

function holds({ bad }: Check): string {
  const simpleNot = /^!([\w.]+\([^()]*\))$/.exec(bad);
  if (simpleNot?.[1] !== undefined) return simpleNot[1];
  const unequal = /^([\w.]+) !== ("[^"\\&|]*"|\w+)$/.exec(bad);
  return unequal === null ? `!(${bad})` : `${unequal[1]} === ${unequal[2]}`;
}

/** Whether `const` or `enum` already leaves only values of the listed types. */
export function impliedByValues(located: Place["located"]): boolean {
  const types: readonly TypeName[] | undefined = typesAt(located);
  const constant = read(located, "const");
  const listed = constant === undefined ? readArray(located, "enum") : [constant];
  return types !== undefined && (listed?.every((entry) => hasType(entry, types)) ?? false);
}
