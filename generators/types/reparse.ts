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
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.|\$(?!\{)|\$\{string\})*`|[A-Za-z_$][\w$]*|-?\d[\w.+-]*|\.\.\.|\s+|[{}()[\]|&:;,?=]/y;

/** The statements, comments left out, strings emptied, white space as one space. */
function statements(text: string): readonly string[] {
  const found: string[] = [];
  let current = "";
  let depth = 0;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const match = token.exec(text)?.[0];
    if (match === undefined) throw new Error(`generated types cannot be read back at offset ${start}`);
    if (match.startsWith("/")) continue;
    if ("{([".includes(match)) depth += 1;
    if ("})]".includes(match)) depth -= 1;
    if (match.startsWith('"') || match.startsWith("`")) current += '""';
    else current += /^\s/.test(match) ? " " : match;
    if (match === ";" && depth === 0) {
      found.push(current.replace(/ +/g, " ").trim());
      current = "";
    }
  }
  if (current.trim() !== "" || depth !== 0)
    throw new Error("generated types end in the middle of a statement");
  return found;
}
