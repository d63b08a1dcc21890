import type { Check } from "./checks.ts";
import { below, type Module, type Place } from "./module.ts";
import { js } from "./quote.ts";
import type { TypeName } from "./types.ts";

/** Where code for a place is being written. */
export interface Context {
  readonly module: Module;
  readonly place: Place;
  readonly mode: "guard" | "collect";
  /** The variable that holds the instance. */
  readonly value: string;
  /** The variable with its own members, where the instance is known to be an object. */
  readonly object: string | undefined;
  /** What the instance is known to be; undefined where anything. */
  readonly type: TypeName | undefined;
  /** How many members or items deep the instance lies below what the function was given. */
  readonly depth: number;
  /** Variables of the whole function, declared at its top. */
  readonly locals: Set<string>;
  /** The pointer to the instance, as a JavaScript expression (`collect` only). */
  readonly pointer: string;
  /** The set that takes evaluated names and positions, where somebody asks for them. */
  readonly evaluated: string | undefined;
  /** Whether this is the envelope itself, whose payload is judged by kind. */
  readonly binding: boolean;
}

/** What happens where a keyword rejects: `return false`, or an error and on. */
export function fail(context: Context, reject: string, ...args: readonly string[]): string {
  if (context.mode === "guard") return "return false;";
  let call = `${context.module.runtime("errors", reject)}(e, ${context.pointer}`;
  for (const arg of args) call += `, ${arg}`;
  return `${call});`;
}

/** `if (bad) <fail>`. */
export function failIf(context: Context, bad: string, reject: string, ...args: readonly string[]): string {
  return `if (${bad}) ${fail(context, reject, ...args)}`;
}

/** `if (bad) <fail>` of a check. */
export function failCheck(context: Context, { bad, reject, args }: Check): string {
  return context.mode === "guard" ? `if (${bad}) return false;` : failIf(context, bad, reject, ...args());
}

/** The same instance under a subschema. */
export function inPlace(context: Context, relative: string): Context {
  return { ...context, place: below(context.module, context.place, relative), binding: false };
}

/** A member or item under a subschema; `token` is a JavaScript expression of the escaped reference token with its slash. */
export function inside(context: Context, relative: string, value: string, token: string): Context {
  return insideOf(context, below(context.module, context.place, relative), value, token);
}

/** The same under a place in hand; `type` where the instance is known to be of that. */
export function insideOf(
  context: Context,
  place: Place,
  value: string,
  token: string,
  type?: TypeName,
): Context {
  const { module, mode, locals } = context;
  return {
    module,
    place,
    mode,
    value,
    object: type === "object" ? value : undefined,
    type,
    depth: context.depth + 1,
    locals,
    pointer: mode === "guard" ? "" : join(context.pointer, token),
    evaluated: undefined,
    binding: false,
  };
}

/** The token of a name known when emitting. */
export function staticToken(escaped: string): string {
  return js(`/${escaped}`);
}

function join(pointer: string, token: string): string {
  // Neighbouring literals become one.
  return pointer.endsWith('"') && token.startsWith('"')
    ? pointer.slice(0, -1) + token.slice(1)
    : `${pointer} + ${token}`;
}

/**
 * A variable for a member, or for an object's own members, shared by all that lie equally deep: one is done with before
 * the next is read, and code that repeats itself to the letter compresses best.
 */
export function local(context: Context, prefix: "m" | "w"): string {
  const name = `${prefix}${context.depth}`;
  context.locals.add(name);
  return name;
}
