/**
 * What a reader does not see, or sees elsewhere than it stands: control, line and paragraph separators, direction,
 * zero width, byte order mark, language tags, unpaired surrogates.
 */
const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\p{Surrogate}\p{Noncharacter_Code_Point}\u{E0000}-\u{E0FFF}]/gu;

/** Each unseen character replaced by what `show` makes of it. */
export function replaceUnseen(text: string, show: (character: string) => string): string {
  return text.replace(unseen, show);
}

/** One unseen character as `\u{202e}`. */
export function visible(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
