import { replaceUnseen, visible } from "./unseen.ts";

/** Seen, and nothing that any rule below is about: most prose, in one look. */
const harmless = /^(?:[ !"$-.0-?A-RT-rt-~]|[Ss](?!ource))*$/;

/**
 * Text inside a block comment, between our own delimiters. Line ends stay, as `\n`; the caller indents them.
 * Nothing in it ends the comment or speaks to a tool: no JSDoc tag, suppression, source map, pure or side-effect mark.
 */
export function tsComment(text: string): string {
  if (harmless.test(text)) return text;
  return (
    replaceUnseen(text.replace(/\r\n?/g, "\n"), (character) =>
      character === "\n" ? character : visible(character),
    )
      .replaceAll("*/", "*\\/")
      // After the asterisk of our own delimiter a slash would end the comment.
      .replace(/^\//gm, " /")
      .replace(/([@#])(?=__)/g, "$1 ")
      .replace(/\/([/*])(?=[@#])/g, "/$1 ")
      .replace(/(?<![\p{L}\p{N}_.+-])@(?=\p{L})/gu, "\\@")
      .replace(/source(?=(?:Mapping)?URL)/gi, "$& ")
  );
}
