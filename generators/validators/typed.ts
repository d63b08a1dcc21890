import { numberChecks, stringChecks } from "./checks.ts";
import { type Context, fail, failCheck, local } from "./context.ts";
import { arrayStatements } from "./keywords/array.ts";
import { objectStatements } from "./keywords/object.ts";
import { isInherited, membersOf } from "./members.ts";
import { js, memberOf } from "./quote.ts";
import { read, readStrings } from "./read.ts";
import { ofArrays, ofMembers, ofNumbers, ofObjects, ofStrings } from "./speaks.ts";
import { type TypeName, typeRefusal, typeTest } from "./types.ts";

/** A type's test, what has to stand before it, and what is known behind it. */
interface Opened {
  readonly type: TypeName;
  readonly before: readonly string[];
  readonly test: string;
  readonly context: Context;
}

/** The code of a place that speaks of a value alone and allows one type that is no object: most places. */
export function leaf(context: Context): readonly string[] | undefined {
  const { mode, place, value, type: known } = context;
  const [only, ...more] = (mode === "guard" && place.implied ? undefined : place.types) ?? [];
  if (only === undefined || more.length > 0 || only === "object") return undefined;
  if (known === only && context.object === undefined) return codeFor(context, only);
  if (known !== undefined) return undefined;
  const test = `if (${typeRefusal(only, value)}) ${wrongType(context)}`;
  const inner = codeFor(context, only);
  if (inner.length === 0) return [test];
  return mode === "guard" ? [test, ...inner] : [test, "else {", ...inner, "}"];
}

/**
 * The test of `type`, and behind it what speaks of each type; `general` writes what speaks of all of them, with
 * whatever is known of the instance by then.
 */
export function typed(context: Context, general: (context: Context) => readonly string[]): readonly string[] {
  const { mode, place } = context;
  const types = mode === "guard" && place.implied ? undefined : place.types;
  const known = context.object === undefined ? context.type : "object";
  if (known !== undefined && !(known === "number" && types?.includes("integer"))) {
    const allowed = types?.includes(known) ?? true;
    if (!allowed && !(known === "integer" && types?.includes("number"))) return [wrongType(context)];
    return both(codeFor(context, known), general(context));
  }
  if (types === undefined && (place.speaks & ofTyped) === 0) return general(context);
  const [only, ...more] = types ?? [];
  if (only === undefined || more.length > 0) return both(chain(context, types), general(context));
  const quick = mode === "guard" && only === "object" ? quickObject(context) : undefined;
  if (quick !== undefined)
    return full([...quick.before, ...objectStatements(quick.context), ...general(quick.context)]);
  let opened = open(context, only);
  let inner = full(both(codeFor(opened.context, only), general(opened.context)));
  if (only === "object" && inner.length === 0) {
    opened = bareObject(context, opened);
    inner = [];
  }
  const test = [...opened.before, `if (${not(opened.test)}) ${wrongType(context)}`];
  if (mode === "guard") return [...test, ...inner];
  return inner.length === 0 ? test : [...test, "else {", ...inner, "}"];
}

const ofTyped = ofStrings | ofNumbers | ofArrays | ofObjects | ofMembers;

/** The types that a place says something about. */
function spokenOf(speaks: number): readonly TypeName[] {
  const found: TypeName[] = [];
  if ((speaks & (ofObjects | ofMembers)) !== 0) found.push("object");
  if ((speaks & ofArrays) !== 0) found.push("array");
  if ((speaks & ofStrings) !== 0) found.push("string");
  if ((speaks & ofNumbers) !== 0) found.push("number");
  return found;
}

/** One branch for each type that has something said about it; the last one for types that are not allowed. */
function chain(context: Context, types: readonly TypeName[] | undefined): readonly string[] {
  const branches: (Pick<Opened, "before" | "test"> & { readonly code: readonly string[] })[] = [];
  const silent: Opened[] = [];
  for (const type of types ?? spokenOf(context.place.speaks)) {
    const opened = open(context, type);
    const code = full(codeFor(opened.context, type));
    if (code.length > 0) branches.push({ before: opened.before, test: opened.test, code });
    else if (types !== undefined) silent.push(type === "object" ? bareObject(context, opened) : opened);
  }
  const out: string[] = [];
  for (const { before } of branches) out.push(...before);
  for (const { before } of silent) out.push(...before);
  let word = "";
  for (const { test, code } of branches) {
    out.push(`${word}if (${test}) {`, ...code, "}");
    word = "else ";
  }
  if (types === undefined) return out;
  const rest = silent.map(({ test }) => test);
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
  const first =
    readStrings(place.located, "required").find((name) => !isInherited(name)) ??
    membersOf(module, place).find(({ name }) => !isInherited(name))?.name;
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
export function not(wrapped: string): string {
  const test = unwrapped(wrapped);
  const equation = /^([\w. ]+) (=|!)== ([\w"]+)$/.exec(test);
  if (equation !== null) return `${equation[1]} ${equation[2] === "=" ? "!" : "="}== ${equation[3]}`;
  return /^[\w.]+\(\w+\)$/.test(test) ? `!${test}` : `!(${test})`;
}

/** A test without the parentheses around the whole of it. */
export function unwrapped(test: string): string {
  if (!test.startsWith("(") || !test.endsWith(")")) return test;
  let open = 0;
  let quoted = false;
  for (let at = 0; at < test.length - 1; at++) {
    const one = test[at];
    // A literal may hold any parenthesis.
    if (one === '"') quoted = !quoted;
    else if (quoted) at += one === "\\" ? 1 : 0;
    else if (one === "(") open++;
    else if (one === ")" && --open === 0) return test;
  }
  return test.slice(1, -1);
}

function wrongType(context: Context): string {
  return fail(context, "rejectType", js(read(context.place.located, "type") ?? null));
}

function codeFor(context: Context, type: TypeName): readonly string[] {
  const { module, place, value } = context;
  if (type === "object") return objectStatements(context);
  if (type === "array") return arrayStatements(context);
  const text = type === "string";
  if (!text && type !== "number" && type !== "integer") return [];
  if ((place.speaks & (text ? ofStrings : ofNumbers)) === 0) return [];
  // Guard and errors mostly ask under the same name.
  const known = module.checks.get(place);
  if (known?.value === value && known.text === text)
    return known.checks.map((check) => failCheck(context, check));
  const checks = (text ? stringChecks : numberChecks)(module, place.located, value);
  module.checks.set(place, { value, text, checks });
  return checks.map((check) => failCheck(context, check));
}

function both(a: readonly string[], b: readonly string[]): readonly string[] {
  return b.length === 0 ? a : a.length === 0 ? b : [...a, ...b];
}

function full(code: readonly string[]): readonly string[] {
  return code.includes("") ? code.filter((line) => line !== "") : code;
}
