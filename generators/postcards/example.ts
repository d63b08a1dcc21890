import { type Escaped, escaping } from "../../src/generate/templates.ts";
import type { Json } from "../../src/model.ts";

/** Lines an example may take before a shorter one is looked for. */
const maxLines = 50;
const maxCharacters = 4000;

/** The first example that fits a page, else the shortest; undefined where even that one is too long. */
export function chooseExample(examples: readonly Json[]): string | undefined {
  const texts = examples.map(printJson);
  const fitting = texts.find(fits);
  if (fitting !== undefined) return fitting;
  const compact = examples
    .map((example) => spell(JSON.stringify(example)))
    .sort((a, b) => a.length - b.length);
  return compact.find((text) => text.length <= maxCharacters / 4);
}

function fits(text: string): boolean {
  return text.length <= maxCharacters && text.split("\n").length <= maxLines;
}

/** JSON for a page: characters nobody sees, and what site generators would run, spelled out as escapes. */
function printJson(value: Json): string {
  return spell(JSON.stringify(value, null, 2));
}

function spell(json: string): string {
  return json
    .replace(/\{(?=[{%#])/g, "\\u007b")
    .replace(
      /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}

/** JSON between fences: no line of it starts with a backtick, so none closes the fence. */
export const fenced: (json: string) => Escaped = escaping((json) => json);
