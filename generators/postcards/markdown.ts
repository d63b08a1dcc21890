import { markdownCode, markdownText } from "../../src/escape/index.ts";
import { type Escaped, escaping, joinEscaped } from "../../src/generate/templates.ts";

/** Running text, fit for a table cell as well; what stands between backticks stays code. */
export const text = escaping((raw) =>
  raw
    .split(/(`[^`\n]+`)/)
    .map((piece, index) => {
      if (index % 2 === 1) return markdownCode(piece.slice(1, -1));
      return index === 0 ? beforeCode(piece) : afterCode(piece);
    })
    .join(""),
);

/** The escape trims, as a line of its own needs; before and after code the spaces count. */
function beforeCode(piece: string): string {
  return markdownText(piece) + (/\S\s+$/.test(piece) ? " " : "");
}

/** What follows code is not at the start of a line, where some characters need more care. */
function afterCode(piece: string): string {
  const escaped = markdownText(`x${piece}`).slice(1);
  return escaped + (/\s$/.test(piece) ? " " : "");
}

/** A name or literal as code, fit for a table cell. */
export const code = escaping(markdownCode);

/** Several names as code: `a`, `b`, `c`. */
export function codes(names: readonly string[]): Escaped {
  return joinEscaped(names.map(code), ", ");
}
