/**
 * Lays out JSON text anew: two spaces, one member or element a line, a newline at the end. Every string and number stays as
 * it is written, and every member where it stands, which reading and printing again would not keep.
 * @param text JSON that passed the gate; other text comes out as nonsense.
 */
export function layoutJson(text: string): string {
  let out = "";
  let depth = 0;
  let opened = false;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs)) {
    const closes = token === "}" || token === "]";
    if (closes) depth -= 1;
    if (opened !== closes) out += line(depth);
    opened = token === "{" || token === "[";
    if (opened) depth += 1;
    out += token === "," ? `,${line(depth)}` : token === ":" ? ": " : token;
  }
  return `${out}\n`;
}

function line(depth: number): string {
  return `\n${"  ".repeat(depth)}`;
}
