import type { Context } from "./context.ts";
import { declarations } from "./declared.ts";
import type { FunctionKind, Module, Place } from "./module.ts";
import { statements } from "./statements.ts";

/** The text of one function. */
export function printFunction(
  module: Module,
  kind: FunctionKind,
  place: Place,
  name: string,
  binding = false,
): string {
  if (kind === "declare") {
    return `function ${name}(v, p, d) {\n${declarations(module, place)}\n}`;
  }
  const collect = kind === "collect";
  const noting = kind === "track" || kind === "early";
  const context: Context = {
    module,
    place,
    mode: collect ? "collect" : "guard",
    value: "v",
    object: undefined,
    type: undefined,
    depth: 0,
    locals: new Set(),
    pointer: "p",
    evaluated: noting ? "s" : undefined,
    binding,
  };
  const body = statements(context, { late: kind !== "early" });
  const parameters = collect ? "v, p, e" : noting ? "v, s" : "v";
  const locals = [...context.locals].sort();
  const declared = locals.length === 0 ? "" : `let ${locals.join(", ")};`;
  let text = `function ${name}(${parameters}) {`;
  if (declared !== "") text += `\n${declared}`;
  if (body !== "") text += `\n${body}`;
  return `${text}\n${collect ? "" : "return true;\n"}}`;
}

/**
 * Two spaces for each brace that is open, and two more behind `case`. Every brace of emitted code ends a line or starts
 * one.
 */
export function indent(code: string): string {
  let out = "";
  let depth = 0;
  // The depths at which a `case` is open.
  const cases: number[] = [];
  for (let start = 0; start <= code.length; ) {
    let end = code.indexOf("\n", start);
    if (end < 0) end = code.length;
    const first = code.charCodeAt(start);
    let label = false;
    if (first === closing) {
      if (cases.at(-1) === depth) cases.pop();
      depth--;
    } else if (first === caseBegins || first === defaultBegins) {
      label = code.startsWith("case ", start) || (code.startsWith("default:", start) && end - start === 8);
      if (label && cases.at(-1) === depth) cases.pop();
    }
    if (start > 0) out += "\n";
    if (start !== end) out += margin(depth + cases.length) + code.slice(start, end);
    if (end > start && code.charCodeAt(end - 1) === opening) depth++;
    else if (label) cases.push(depth);
    start = end + 1;
  }
  return out;
}

const [opening, closing, caseBegins, defaultBegins] = [0x7b, 0x7d, 0x63, 0x64];
const margins: string[] = [];

function margin(depth: number): string {
  margins[depth] ??= "  ".repeat(depth);
  return margins[depth];
}
