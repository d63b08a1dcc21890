/** Text into TypeScript source. Nothing read from a schema reaches a file by another way. */

const identifier = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** One line of text for a block comment: it cannot end the comment, forge a tag, or reorder what is shown. */
export function commentLine(text: string): string {
  return text
    .replace(/\*(?=\/)/g, "*\\")
    .replace(unseen, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(/^(\s*)@/, "$1\\@");
}

/** Control characters, bidirectional controls, line and paragraph separators, lone surrogates. */
const unseen =
  /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** A double-quoted string literal. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text).replace(unseen, unicodeEscape);
}

/** The text between backticks of a template literal type. */
export function templateText(text: string): string {
  const plain = stringLiteral(text).slice(1, -1).replaceAll('\\"', '"');
  return plain.replaceAll("`", "\\`").replaceAll("${", "\\${");
}

function unicodeEscape(character: string): string {
  return [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
    .join("");
}

/** A member name, quoted where it is no plain identifier. */
export function propertyKey(name: string): string {
  return identifier.test(name) ? name : stringLiteral(name);
}
