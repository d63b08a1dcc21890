import { isRtl, passesBidi } from "./bidi.ts";
import { decodePunycode, encodePunycode } from "./punycode.ts";

/** Code points allowed by the derivation of RFC 5892, section 3, before the exceptions and the stability rule. */
const allowed = /^[\p{Ll}\p{Lu}\p{Lo}\p{Nd}\p{Lm}\p{Mn}\p{Mc}]$/u;
/** Section 2.6, the exceptions that are allowed; the contextual ones are judged in `fitsContext`. */
const exceptions = /^[\u00df\u03c2\u06fd\u06fe\u0f0b\u3007]$/u;
/** Sections 2.6 to 2.9: exceptions that are not, ignorables, blocks, and conjoining Hangul letters. */
const refused =
  /^[\u0640\u07fa\u302e\u302f\u3031-\u3035\u303b\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u{1d100}-\u{1d24f}\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Noncharacter_Code_Point}]$|^[\u20d0-\u20ff]$/u;
const virama =
  /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0e3a\u0eba\u0f84\u1039\u103a\u1714\u1715\u1734\u17d2\u1a60\u1b44\u1baa\u1bab\u1bf2\u1bf3\u2d7f\ua806\ua82c\ua8c4\ua953\ua9c0\uaaf6\uabed\u{10a3f}\u{11046}\u{11070}\u{1107f}\u{110b9}\u{11133}\u{11134}\u{111c0}\u{11235}\u{112ea}\u{1134d}\u{11442}\u{114c2}\u{115bf}\u{1163f}\u{116b6}\u{1172b}\u{11839}\u{1193d}\u{1193e}\u{119e0}\u{11a34}\u{11a47}\u{11a99}\u{11c3f}\u{11d44}\u{11d45}\u{11d97}]$/u;

/** An A-label in lower case: Punycode of a valid U-label, and exactly the one that encodes to it. */
export function isALabel(label: string): boolean {
  const text = decodePunycode(label.slice(4));
  if (text === undefined || /^[\0-\x7f]*$/.test(text)) return false;
  return isULabel(text) && `xn--${encodePunycode(text)}` === label;
}

/** A U-label (RFC 5890, section 2.3.2.1; rules of RFC 5891, section 4.2, with the contextual ones of RFC 5892, appendix A). */
export function isULabel(label: string): boolean {
  if (label.length > 63 || label.normalize("NFC") !== label) return false;
  if (label.startsWith("-") || label.endsWith("-") || label.slice(2, 4) === "--") return false;
  if (/^\p{M}/u.test(label)) return false;
  const characters = Array.from(label);
  return (
    characters.every((character, at) => isAllowed(character) || fitsContext(characters, at)) &&
    (!isRtl(label) || passesBidi(label))
  );
}

function isAllowed(character: string): boolean {
  if (character === "-" || exceptions.test(character)) return true;
  if (!allowed.test(character) || refused.test(character)) return false;
  // Unstable under compatibility folding (section 2.2), upper case among them.
  return character.normalize("NFKC").toLowerCase().normalize("NFKC") === character;
}

function fitsContext(characters: readonly string[], at: number): boolean {
  const before = characters[at - 1] ?? "";
  const after = characters[at + 1] ?? "";
  switch (characters[at]) {
    case "\u200c":
      return virama.test(before) || joinsAcross(characters, at);
    case "\u200d":
      return virama.test(before);
    case "\u00b7":
      return before === "l" && after === "l";
    case "\u0375":
      return /\p{Script=Greek}/u.test(after);
    case "\u05f3":
    case "\u05f4":
      return /\p{Script=Hebrew}/u.test(before);
    case "\u30fb":
      return characters.some((one) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(one));
    default:
      return false;
  }
}

/** Appendix A.1's second rule, for the scripts that join: a joining letter on both sides, marks in between set aside. */
function joinsAcross(characters: readonly string[], at: number): boolean {
  let left = at - 1;
  while (/\p{M}/u.test(characters[left] ?? "")) left--;
  let right = at + 1;
  while (/\p{M}/u.test(characters[right] ?? "")) right++;
  return joinsLeft.test(characters[left] ?? "") && joins.test(characters[right] ?? "");
}
const joins =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mandaic}\p{Script=Mongolian}\p{Script=Phags_Pa}\p{Script=Nko}]$/u;
/** Letters that join on one side only (Joining_Type R or U) end a run. */
const joinsLeft =
  /^(?![\u0621-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef\u0710\u0715-\u0719\u071e\u0728\u072a\u072c\u072f\u074d])[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mandaic}\p{Script=Mongolian}\p{Script=Phags_Pa}\p{Script=Nko}]$/u;
