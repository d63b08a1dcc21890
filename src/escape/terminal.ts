import { replaceUnseen, visible } from "./unseen.ts";

/** Text on one line of a terminal: escape sequences, direction marks and line ends are shown, not obeyed. Tabs stay. */
export function terminal(text: string): string {
  return replaceUnseen(text, (character) => (character === "\t" ? character : visible(character)));
}
