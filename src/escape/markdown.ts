import { replaceUnseen, visible } from "./unseen.ts";

/** Keeps `{{`, `{%` and `{#` apart: site generators run what stands between them, even inside code. */
const apart = "\u200B";

/**
 * Running text on one line of markdown (CommonMark with the extensions of GitHub): no markup of its own, no link,
 * no HTML, no heading or list, wherever on the line it stands.
 */
export function markdownText(text: string): string {
  return line(text)
    .replace(/[\\`*_[\]{}<>|~$!#]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("\\<", "&lt;")
    .replaceAll("\\>", "&gt;")
    .replace(/\\\{(?=\\[{#]|%)/g, `\\{${apart}`)
    .replace(/:(?=\/\/)/g, "&#58;")
    .replace(/www(?=\.)/gi, `$&${apart}`)
    .replace(/@(?=[\p{L}\p{N}])/gu, `@${apart}`)
    .replace(/^([-+=:])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** The same in a cell of a table: it stays one cell and one row. An empty text is a dash, for the row to keep its form. */
export function markdownCell(text: string): string {
  return markdownText(text) || "–";
}

/** A name or a value as code, in running text or in a cell. */
export function markdownCode(text: string): string {
  const shown = line(text);
  // Within backticks nothing can be escaped, and a table would split at a pipe: those few go as HTML. A backslash is
  // itself there, as long as no pipe or backtick can follow it.
  if (/[`|]|\\$|\{[{%#]/.test(shown) || shown === "") return `<code>${codeHtml(shown)}</code>`;
  return `\`${shown}\``;
}

function codeHtml(shown: string): string {
  return shown
    .replace(/\{(?=[{%#])/g, `{${apart}`)
    .replace(/[\\`*_[\]{}<>&"'|~$!#@:.=]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** One line, everything on it seen, no space at its ends. */
function line(text: string): string {
  return replaceUnseen(text.replace(/\s+/gu, " ").trim(), visible);
}
