import { type Context, failIf, inside } from "../context.ts";
import { acceptance } from "../expression.ts";
import { below } from "../module.ts";
import { js } from "../quote.ts";
import { read, readArray, readNumber } from "../read.ts";
import { ofArrays } from "../speaks.ts";
import { statements } from "../statements.ts";

/** The keywords of arrays, the instance known to be one. */
export function arrayStatements(context: Context): readonly string[] {
  if ((context.place.speaks & ofArrays) === 0) return [];
  return [...lengths(context), ...tuple(context), ...contains(context), ...unique(context)];
}

function lengths(context: Context): readonly string[] {
  const { place, value } = context;
  const least = readNumber(place.located, "minItems");
  const most = readNumber(place.located, "maxItems");
  const size = `${value}.length`;
  return [
    ...(least === undefined || least <= 0
      ? []
      : [failIf(context, `${size} < ${js(least)}`, "rejectItems", js("minItems"), js(least))]),
    ...(most === undefined
      ? []
      : [failIf(context, `${size} > ${js(most)}`, "rejectItems", js("maxItems"), js(most))]),
  ];
}

/** Items by position, then all the rest: `prefixItems` and `items`, or `items` and `additionalItems` before 2020-12. */
function tuple(context: Context): readonly string[] {
  const { module, place, value, evaluated } = context;
  const modern = place.located.dialect === "2020-12";
  const listKeyword = modern ? "prefixItems" : "items";
  const listed = readArray(place.located, listKeyword);
  const restKeyword = modern || listed === undefined ? "items" : "additionalItems";
  const out: string[] = [];
  for (const index of (listed ?? []).keys()) {
    const item = module.variable("v");
    const code = statements(inside(context, `/${listKeyword}/${index}`, item, js(`/${index}`)));
    const body = [code, ...(evaluated === undefined ? [] : [`${evaluated}.add(${index});`])].filter(
      (line) => line !== "",
    );
    if (body.length > 0)
      out.push(`if (${value}.length > ${index}) {`, `const ${item} = ${value}[${index}];`, ...body, "}");
  }
  const rest = read(place.located, restKeyword);
  if (rest === undefined || Array.isArray(rest)) return out;
  return [...out, ...each(context, `/${restKeyword}`, listed?.length ?? 0)];
}

/** Every item from a position on, by one schema. */
function each(context: Context, relative: string, from: number): readonly string[] {
  const { module, value, evaluated, mode } = context;
  const [index, item] = [module.variable("i"), module.variable("v")];
  const token = mode === "guard" ? '""' : `"/" + ${index}`;
  const code = statements(inside(context, relative, item, token));
  if (code === "" && evaluated === undefined) return [];
  return [
    `for (let ${index} = ${from}; ${index} < ${value}.length; ${index}++) {`,
    ...(code === "" ? [] : [`const ${item} = ${value}[${index}];`, code]),
    ...(evaluated === undefined ? [] : [`${evaluated}.add(${index});`]),
    "}",
  ];
}

/** `contains`, together with `minContains` and `maxContains`, which say nothing alone. */
function contains(context: Context): readonly string[] {
  const { module, place, value, evaluated } = context;
  const { located } = place;
  if (read(located, "contains") === undefined) return [];
  const least = readNumber(located, "minContains") ?? 1;
  const most = readNumber(located, "maxContains");
  // 2019-09 does not count contained items as evaluated.
  const notes = evaluated !== undefined && located.dialect === "2020-12";
  if (least <= 0 && most === undefined && !notes) return [];
  const [count, index, item] = [module.variable("n"), module.variable("i"), module.variable("v")];
  const test = acceptance(module, below(module, place, "/contains"), item);
  const stop = most === undefined && !notes ? ` && ${count} < ${js(least)}` : "";
  const bounds = most === undefined ? [js(least)] : [js(least), js(most)];
  return [
    `let ${count} = 0;`,
    `for (let ${index} = 0; ${index} < ${value}.length${stop}; ${index}++) {`,
    `const ${item} = ${value}[${index}];`,
    `if (${test}) {`,
    `${count}++;`,
    ...(notes ? [`${evaluated}.add(${index});`] : []),
    "}",
    "}",
    ...(least <= 0
      ? []
      : [failIf(context, `${count} < ${js(least)}`, "rejectContains", js("at least"), js(least), ...bounds)]),
    ...(most === undefined
      ? []
      : [failIf(context, `${count} > ${js(most)}`, "rejectContains", js("at most"), js(most), ...bounds)]),
  ];
}

function unique(context: Context): readonly string[] {
  const { module, place, value } = context;
  if (read(place.located, "uniqueItems") !== true) return [];
  const duplicate = module.runtime("unique", "duplicate");
  return [failIf(context, `${duplicate}(${value}) > 0`, "rejectDuplicate", `${duplicate}(${value})`)];
}
