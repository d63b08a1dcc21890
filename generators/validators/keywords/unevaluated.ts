import { type Context, fail, inside } from "../context.ts";
import { type Evaluated, evaluatedBy } from "../evaluated.ts";
import type { Module, Place } from "../module.ts";
import { patternTest } from "../pattern.ts";
import { read } from "../read.ts";
import { ofRest } from "../speaks.ts";
import { statements } from "../statements.ts";
import { typeTest } from "../types.ts";
import { extra, skipListed } from "./rest.ts";

/** Code around what a place says: a set to note in, and the loops over what nobody noted. */
export interface Late {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The context for everything else the place says. */
  readonly inner: Context;
}

/**
 * `unevaluatedProperties` and `unevaluatedItems`. What the others evaluate is known when emitting, unless it hangs on
 * which alternative accepts: then they note it in a set while they judge, once, so that judging stays linear.
 */
export function unevaluatedStatements(context: Context): Late | undefined {
  const { module, place, mode, value, evaluated } = context;
  if ((place.speaks & ofRest) === 0) return undefined;
  const names = read(place.located, "unevaluatedProperties") !== undefined;
  const items = read(place.located, "unevaluatedItems") !== undefined;
  if (!names && !items) return undefined;
  const known = evaluatedBy(module, place, { late: false });
  const set = known.varies ? module.variable("s") : undefined;
  const loops = [
    ...(names ? memberLoop(context, known, set) : []),
    ...(items ? itemLoop(context, known, set) : []),
  ];
  if (loops.length === 0) return { before: [], after: [], inner: context };
  const fresh = set === undefined ? [] : [`const ${set} = new Set();`];
  if (mode === "guard") {
    if (set === undefined) return { before: [], after: loops, inner: context };
    const out = evaluated === undefined ? [] : [`for (const one of ${set}) ${evaluated}.add(one);`];
    return { before: fresh, after: [...loops, ...out], inner: { ...context, evaluated: set } };
  }
  // Where a neighbour rejects, it evaluates nothing: all these errors would be noise.
  const count = module.variable("n");
  const early =
    set === undefined ? [] : [...fresh, `${module.functionFor("early", place)}(${value}, ${set});`];
  return {
    before: [`const ${count} = e.length;`],
    after: [`if (e.length === ${count}) {`, ...early, ...loops, "}"],
    inner: context,
  };
}

function memberLoop(context: Context, known: Evaluated, set: string | undefined): readonly string[] {
  const { module, evaluated, value } = context;
  if (known.allNames && evaluated === undefined) return [];
  const [object, key, member] = [module.variable("o"), module.variable("k"), module.variable("v")];
  const rest = extra(context, "unevaluatedProperties", "rejectUnevaluated", key, member);
  if (rest.length === 0) return [];
  const skip =
    set === undefined
      ? [...patternSkips(module, known, key), ...skipListed([...known.names], key)]
      : [`if (${set}.has(${key})) continue;`];
  return [
    `const ${object} = ${module.runtime("object", "object")}(${value});`,
    `for (const ${key} in ${object}) {`,
    `const ${member} = ${object}[${key}];`,
    `if (${member} === undefined) continue;`,
    // Whoever asks from outside takes all of them as evaluated.
    ...(evaluated === undefined ? [] : [`${evaluated}.add(${key});`]),
    ...(known.allNames ? ["continue;"] : [...skip, ...rest]),
    "}",
  ];
}

function patternSkips(module: Module, known: Evaluated, key: string): readonly string[] {
  return [...known.patterns].map((pattern) => `if (${patternTest(module, pattern, key)}) continue;`);
}

function itemLoop(context: Context, known: Evaluated, set: string | undefined): readonly string[] {
  const { module, place, value, evaluated, mode } = context;
  const all = known.prefix === Number.POSITIVE_INFINITY;
  if (all && evaluated === undefined) return [];
  const [index, item] = [module.variable("i"), module.variable("v")];
  const token = mode === "guard" ? '""' : `"/" + ${index}`;
  const code = isFalse(place)
    ? fail(context, "rejectUnevaluatedItem", index)
    : statements(inside(context, "/unevaluatedItems", item, token));
  if (code === "" && evaluated === undefined) return [];
  const start = evaluated === undefined && !all ? known.prefix : 0;
  const skip =
    set === undefined ? `if (${index} < ${known.prefix}) continue;` : `if (${set}.has(${index})) continue;`;
  return [
    `if (${typeTest("array", value)}) {`,
    `for (let ${index} = ${start}; ${index} < ${value}.length; ${index}++) {`,
    ...(evaluated === undefined ? [] : [`${evaluated}.add(${index});`]),
    ...(all || (set === undefined && start === known.prefix) ? [] : [skip]),
    ...(all || code === "" ? [] : [`const ${item} = ${value}[${index}];`, code]),
    "}",
    "}",
  ];
}

function isFalse({ located }: Place): boolean {
  return read(located, "unevaluatedItems") === false;
}
