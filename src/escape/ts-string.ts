import { replaceUnseen } from "./unseen.ts";

/**
 * A TypeScript or JavaScript string literal, double quotes included. What cannot be seen is escaped, and so is `<`:
 * the code may end up in an HTML page.
 */
export function tsString(text: string): string {
  return replaceUnseen(JSON.stringify(text), escapeUnits).replaceAll("<", "\\u003C");
}

function escapeUnits(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
