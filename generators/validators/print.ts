import { statements } from "./statements.ts";
import type { Context } from "./context.ts";
import { declarations } from "./declared.ts";
import type { FunctionKind, Module, Place } from "./module.ts";

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
  return [`function ${name}(${parameters}) {`, declared, body, collect ? "" : "return true;", "}"]
    .filter((line) => line !== "")
    .join("\n");
}

/**
 * Two spaces for each brace that is open, and two more behind `case`. Every brace of emitted code ends a line or starts
 * one.
 */
export function indent(code: string): string {
  const lines: string[] = [];
  let depth = 0;
  // The depths at which a `case` is open.
  const cases: number[] = [];
  for (let start = 0; start <= code.length; ) {
    let end = code.indexOf("\n", start);
    if (end < 0) end = code.length;
    const line = code.slice(start, end);
    if (code.charCodeAt(start) === closing) {
      if (cases.at(-1) === depth) cases.pop();
      depth--;
    } else if ((line.startsWith("case ") || line === "default:") && cases.at(-1) === depth) cases.pop();
    lines.push(start === end ? line : margin(depth + cases.length) + line);
    if (end > start && code.charCodeAt(end - 1) === opening) depth++;
    else if (line.startsWith("case ") || line === "default:") cases.push(depth);
    start = end + 1;
  }
  return lines.join("\n");
}

const [opening, closing] = [0x7b, 0x7d];
const margins: string[] = [];

function margin(depth: number): string {
  margins[depth] ??= "  ".repeat(depth);
  return margins[depth];
}
