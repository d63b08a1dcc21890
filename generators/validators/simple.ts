import { type Check, numberChecks, stringChecks, valueChecks } from "./checks.ts";
import type { Module, Place } from "./module.ts";
import { ofNumbers, ofStrings, ofType, ofValues } from "./speaks.ts";
import { typeTest } from "./types.ts";

/** Whether a place is judged by looking at one value, without members, items or other schemas. */
export function isSimple({ types, speaks }: Place): boolean {
  if (types?.includes("object") && types.length > 1) return false;
  return (speaks & ~(ofType | ofValues | ofStrings | ofNumbers)) === 0;
}

/** A JavaScript expression: whether a simple place accepts the value; `"true"` where it accepts everything. */
export function simpleExpression(module: Module, place: Place, value: string): string {
  const { located } = place;
  if (typeof located.schema === "boolean") return String(located.schema);
  const good = [...valueChecks(module, located, value).map(holds)];
  const byType = typeExpression(module, place, value);
  if (byType !== "true") good.push(byType);
  return good.length === 0 ? "true" : good.length === 1 ? (good[0] ?? "true") : `(${good.join(" && ")})`;
}

function typeExpression(module: Module, { located, types: listed, implied }: Place, value: string): string {
  const types = implied ? undefined : listed;
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
