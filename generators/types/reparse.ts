/**
 * Reads a file of types back and throws where it holds anything but imports of types and type aliases by the names
 * given: the last line of defence against text of a schema that got out of its comment or string.
 * @throws {Error} a bug of ours, never a judgement on the schema
 */
export function assertOnlyTypes(text: string, names: readonly string[]): void {
  const allowed = new Set(names);
  for (const statement of statements(text)) {
    const declared = /^export type ([A-Za-z_$][\w$]*) = /.exec(statement)?.[1];
    const imported = /^import type \{ [\w$]+(?: as ([\w$]+))? \} from "";$/.test(statement);
    if (!imported && (declared === undefined || !allowed.has(declared))) {
      throw new Error(`generated types hold a statement that was not meant: ${statement.slice(0, 80)}`);
    }
  }
}

const token =
  /[A-Za-z_$][\w$]*|\s+|[{}()[\]|&:;,?=]|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.|\$(?!\{)|\$\{string\})*`|-?\d[\w.+-]*|\.\.\.|\/\/[^\n]*/y;

/** Much of a type at once: what neither opens nor closes anything. */
const plain = /(?:[A-Za-z_$][\w$]*|[\s|&:;,?=])+/y;

/** The statements, comments left out, strings emptied, white space as one space. */
function statements(text: string): readonly string[] {
  const found: string[] = [];
  let current = "";
  let depth = 0;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    if (depth > 0 && current.startsWith("export ")) {
      // What stands inside a type is read, and not looked at.
      plain.lastIndex = start;
      if (plain.test(text)) {
        token.lastIndex = plain.lastIndex;
        continue;
      }
    }
    if (text.startsWith("/*", start)) {
      const end = text.indexOf("*/", start + 2);
      if (end === -1) throw new Error(`generated types hold a comment without an end at offset ${start}`);
      token.lastIndex = end + 2;
      continue;
    }
    if (!token.test(text)) throw new Error(`generated types cannot be read back at offset ${start}`);
    const first = text.charAt(start);
    if (first === "/" || (first <= " " && current === "")) continue;
    if ("{([".includes(first)) depth += 1;
    if ("})]".includes(first)) depth -= 1;
    if (depth > 0 && current.startsWith("export ")) continue;
    if (first === '"' || first === "`") current += '""';
    else current += first <= " " ? " " : text.slice(start, token.lastIndex);
    if (first === ";" && depth === 0) {
      found.push(current.replace(/ +/g, " ").trim());
      current = "";
    }
  }
  if (current.trim() !== "" || depth !== 0)
    throw new Error("generated types end in the middle of a statement");
  return found;
}
