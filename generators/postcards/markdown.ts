import { markdownCode, markdownText } from "../../src/escape/index.ts";
import { type Escaped, escaping, joinEscaped } from "../../src/generate/templates.ts";

/** Running text, fit for a table cell as well; what stands between backticks stays code. */
export const text = escaping((raw) =>
  raw
    .split(/(`[^`\n]+`)/)
    .map((piece, index) => (index % 2 === 1 ? markdownCode(piece.slice(1, -1)) : spaced(piece)))
    .join(""),
);

/** The escape trims, as a line of its own needs; between two pieces of code the spaces count. */
function spaced(piece: string): string {
  const [, before = "", middle = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(piece) ?? [];
  return `${before === "" ? "" : " "}${markdownText(middle)}${after === "" ? "" : " "}`;
}

/** A name or literal as code, fit for a table cell. */
export const code = escaping(markdownCode);

/** Several names as code: `a`, `b`, `c`. */
export function codes(names: readonly string[]): Escaped {
  return joinEscaped(names.map(code), ", ");
}
