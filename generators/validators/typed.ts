import { numberChecks, stringChecks } from "./checks.ts";
import { type Context, fail, failIf, local } from "./context.ts";
import { arrayStatements } from "./keywords/array.ts";
import { objectStatements } from "./keywords/object.ts";
import { isInherited } from "./members.ts";
import { js, memberOf } from "./quote.ts";
import { read, readObject, readStrings } from "./read.ts";
import { impliedByValues } from "./simple.ts";
import { type TypeName, typesAt, typeTest } from "./types.ts";

/** A type's test, what has to stand before it, and what is known behind it. */
interface Opened {
  readonly type: TypeName;
  readonly before: readonly string[];
  readonly test: string;
  readonly context: Context;
}

/**
 * The test of `type`, and behind it what speaks of each type; `general` writes what speaks of all of them, with
 * whatever is known of the instance by then.
 */
export function typed(context: Context, general: (context: Context) => readonly string[]): readonly string[] {
  const { mode, place } = context;
  const types = mode === "guard" && impliedByValues(place.located) ? undefined : typesAt(place.located);
  const known = context.object === undefined ? context.type : "object";
  if (known !== undefined && !(known === "number" && types?.includes("integer"))) {
    const allowed = types?.includes(known) ?? true;
    if (!allowed && !(known === "integer" && types?.includes("number"))) return [wrongType(context)];
    return [...ofType(context, known), ...general(context)];
  }
  const [only, ...more] = types ?? [];
  if (only === undefined || more.length > 0) return [...chain(context, types), ...general(context)];
  const quick = mode === "guard" && only === "object" ? quickObject(context) : undefined;
  if (quick !== undefined)
    return full([...quick.before, ...objectStatements(quick.context), ...general(quick.context)]);
  let opened = open(context, only);
  let inner = full([...ofType(opened.context, only), ...general(opened.context)]);
  if (only === "object" && inner.length === 0) {
    opened = bareObject(context, opened);
    inner = [];
  }
  const test = [...opened.before, `if (${not(opened.test)}) ${wrongType(context)}`];
  if (mode === "guard") return [...test, ...inner];
  return inner.length === 0 ? test : [...test, "else {", ...inner, "}"];
}

/** One branch for each type that has something said about it; the last one for types that are not allowed. */
function chain(context: Context, types: readonly TypeName[] | undefined): readonly string[] {
  const all: readonly TypeName[] = ["object", "array", "string", "number"];
  const branches: (Opened & { readonly code: readonly string[] })[] = [];
  const silent: Opened[] = [];
  for (const type of types ?? all) {
    const opened = open(context, type);
    const code = full(ofType(opened.context, type));
    if (code.length > 0) branches.push({ ...opened, code });
    else if (types !== undefined) silent.push(type === "object" ? bareObject(context, opened) : opened);
  }
  const out = [...branches, ...silent].flatMap(({ before }) => before);
  for (const [at, { test, code }] of branches.entries()) {
    out.push(`${at === 0 ? "" : "else "}if (${test}) {`, ...code, "}");
  }
  if (types === undefined) return out;
  const rest = silent.map(({ test }) => test);
  const word = branches.length === 0 ? "" : "else ";
  const otherwise = rest.length === 0 ? "" : `if (${rest.map(not).join(" && ")}) `;
  out.push(`${word}${otherwise}${wrongType(context)}`);
  return out;
}

/** An object of which nothing is read: whose members they are does not matter. */
function bareObject(context: Context, opened: Opened): Opened {
  const test = `${context.module.runtime("object", "isObject")}(${context.value})`;
  return { ...opened, before: [], test, context };
}

function open(context: Context, type: TypeName): Opened {
  const { module, value } = context;
  if (type !== "object") {
    const inner = type === "array" ? { ...context, type } : context;
    return { type, before: [], test: typeTest(type, value), context: inner };
  }
  const object = module.variable("o");
  return {
    type,
    before: [`const ${object} = ${module.runtime("object", "object")}(${value});`],
    test: `${object} !== undefined`,
    context: { ...context, object },
  };
}

/**
 * The test for an object whose members are read one by one, written out: a member is read first, so that the engine
 * knows the shape, and with it the prototype, without asking.
 */
function quickObject(context: Context): { before: readonly string[]; context: Context } | undefined {
  const { module, place, value } = context;
  const names = [
    ...readStrings(place.located, "required"),
    ...Object.keys(readObject(place.located, "properties") ?? {}),
  ];
  const first = names.find((name) => !isInherited(name));
  if (first === undefined) return undefined;
  const object = local(context, "w");
  const [isObject, members] = [module.runtime("object", "isObject"), module.runtime("object", "members")];
  return {
    before: [
      `if (!${isObject}(${value})) return false;`,
      `${object} = ${members}(${value}, ${memberOf(value, first)});`,
    ],
    context: { ...context, object },
  };
}

/** A test turned round without a needless parenthesis. */
export function not(test: string): string {
  const equation = /^([\w. ]+) (=|!)== ([\w"]+)$/.exec(test);
  if (equation !== null) return `${equation[1]} ${equation[2] === "=" ? "!" : "="}== ${equation[3]}`;
  return /^[\w.]+\(\w+\)$/.test(test) ? `!${test}` : `!(${test})`;
}

function wrongType(context: Context): string {
  return fail(context, "rejectType", js(read(context.place.located, "type") ?? null));
}

function ofType(context: Context, type: TypeName): readonly string[] {
  const { module, place, value } = context;
  if (type === "object") return objectStatements(context);
  if (type === "array") return arrayStatements(context);
  const text = type === "string";
  if (!text && type !== "number" && type !== "integer") return [];
  const checks = (text ? stringChecks : numberChecks)(module, place.located, value);
  return checks.map(({ bad, reject, args }) => failIf(context, bad, reject, ...args));
}

function full(code: readonly string[]): readonly string[] {
  return code.filter((line) => line !== "");
}
