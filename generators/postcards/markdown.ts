import { type Escaped, escaping, joinEscaped } from "../../src/generate/templates.ts";

/** Control, separator and direction characters, which would move or hide what a reader sees. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function markdownText(raw: string): string {
  const line = raw.replace(/\s+/gu, " ").replace(unseen, "�");
  return line
    .replace(/[\\`*[\]|~$!#]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/\{(?=[{%#])/g, "{\u200b");
}

function markdownCode(raw: string): string {
  const line = raw
    .replace(/\s+/gu, " ")
    .replace(unseen, "�")
    .replace(/\{(?=[{%#])/g, "{\u200b");
  const fence = "`".repeat(longestRun(line) + 1);
  const pad = fence.length > 1 || /^ .* $/.test(line) ? " " : "";
  return `${fence}${pad}${line.replaceAll("|", "\\|") || " "}${pad}${fence}`;
}

function longestRun(line: string): number {
  return Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
}

/** Running text, fit for a table cell as well; backticks in it stay code. */
export const text = escaping((raw) =>
  raw
    .split(/(`[^`\n]+`)/)
    .map((piece, index) => (index % 2 === 1 ? markdownCode(piece.slice(1, -1)) : markdownText(piece)))
    .join(""),
);

/** A name or literal as code, fit for a table cell. */
export const code = escaping(markdownCode);

/** Several names as code: `a`, `b`, `c`. */
export function codes(names: readonly string[]): Escaped {
  return joinEscaped(names.map(code), ", ");
}
