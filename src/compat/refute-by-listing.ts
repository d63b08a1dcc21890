import { evaluator } from "../evaluate/index.ts";
import { formats as ownFormats } from "../formats/index.ts";
import type { Json, Schema } from "../model.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { indexSchema } from "../schema/resources.ts";
import { type DecideOptions, makeAjvOracle } from "./inclusion/index.ts";
import { fromNumber, lcm, type Rational, toNumber } from "./inclusion/rational.ts";

/**
 * A claim that `next` rejects some document of `old` is refuted where a few documents stand for all: those `old` lists,
 * or the generator where both speak of multiples only. Each is tried on both validators; answers the first then, and
 * undefined where one is rejected or nothing stands for all.
 */
export function refuteByListing(
  old: Schema,
  next: Schema,
  options: DecideOptions,
): { instance: Json } | undefined {
  const listed = listedIn(old) ?? generatorOf(old, next);
  const [first] = listed ?? [];
  if (listed === undefined || first === undefined) return undefined;
  const formats = options.formats === "assert" ? ownFormats : new Map<string, (text: string) => boolean>();
  const { dialect } = indexSchema(next, options).root;
  const ours = evaluator(next, { dialect, formats: options.formats, formatTests: formats });
  try {
    const theirs = (options.oracle ?? makeAjvOracle()).compile(next, { dialect, formats });
    return listed.every((value) => ours.accepts(value) && theirs(value)) ? { instance: first } : undefined;
  } catch {
    return undefined;
  }
}

/** The documents of a schema that is nothing but a list: `const`, `enum`, or `anyOf` of such. */
function listedIn(schema: Json): readonly Json[] | undefined {
  if (!isObject(schema) || Object.keys(schema).length !== 1) return undefined;
  if (Object.hasOwn(schema, "const")) return [schema["const"] ?? null];
  const values = own(schema, "enum");
  if (isArray(values)) return values;
  const branches = own(schema, "anyOf");
  if (!isArray(branches)) return undefined;
  const lists = branches.map(listedIn);
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}

/** All multiples of a number are multiples of another if it is one itself. */
function generatorOf(old: Schema, next: Schema): readonly Json[] | undefined {
  const steps = stepsIn(old);
  if (steps === undefined || stepsIn(next) === undefined) return undefined;
  const all = steps
    .map(fromNumber)
    .reduce<Rational | undefined>((a, b) => (a === undefined ? b : lcm(a, b)), undefined);
  const generator = all && toNumber(all);
  return generator === undefined ? undefined : [generator, -generator, 0];
}

/** The divisors of a schema that speaks of numbers and multiples only; undefined where it says anything else. */
function stepsIn(schema: Json): readonly number[] | undefined {
  if (!isObject(schema)) return undefined;
  const steps: number[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === "type" && value === "number") continue;
    if (keyword === "type" && value === "integer") steps.push(1);
    else if (keyword === "multipleOf" && typeof value === "number" && value > 0) steps.push(value);
    else if (keyword === "allOf" && isArray(value)) {
      const inner = value.map(stepsIn);
      if (!inner.every((list) => list !== undefined)) return undefined;
      steps.push(...inner.flat());
    } else return undefined;
  }
  return steps;
}
