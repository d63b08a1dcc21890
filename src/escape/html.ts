import { replaceUnseen, visible } from "./unseen.ts";

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
  ["`", "&#96;"],
  ["=", "&#61;"],
]);

/** Text in HTML, between tags or as an attribute value in quotes. Line ends and tabs stay. */
export function html(text: string): string {
  const shown = replaceUnseen(text, (character) =>
    /[\n\t]/.test(character) ? character : visible(character),
  );
  return shown.replace(/[&<>"'`=]/g, (character) => entities.get(character) ?? character);
}
