const longest = 60;

/** What a terminal or a reviewer would not show as it is. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;

/** A name from a stranger's text in double quotes: one line, all of it visible, no longer than a person reads. */
export function quote(name: string): string {
  const points = [...name.slice(0, 2 * longest + 2)];
  const shown = points.length > longest ? `${points.slice(0, longest).join("")}…` : points.join("");
  return JSON.stringify(shown).replace(hidden, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
