import { isRtl, passesBidi } from "./bidi.ts";
import { isALabel, isULabel } from "./idna.ts";
import { decodePunycode, encodePunycode } from "./punycode.ts";

/** An internationalised host name: labels of RFC 5890 to 5893, separated by any of the four dots of RFC 3490. */
export function isIdnHostname(text: string): boolean {
  if (text.length > 253 * 4) return false;
  const unicode: string[] = [];
  let total = -1;
  for (const label of text.split(/[.\u3002\uff0e\uff61]/)) {
    const ascii = asciiLength(label);
    if (ascii === 0 || ascii > 63) return false;
    total += ascii + 1;
    const lower = label.toLowerCase();
    unicode.push(lower.startsWith("xn--") ? (decodePunycode(lower.slice(4)) ?? "") : label);
  }
  return total <= 253 && (!unicode.some(isRtl) || unicode.every(passesBidi));
}

/** The length of a label's ASCII form; 0 where the label is not one. */
function asciiLength(label: string): number {
  const lower = label.toLowerCase();
  if (lower.startsWith("xn--")) return isALabel(lower) ? label.length : 0;
  if (/^[\0-\x7f]*$/.test(label)) return /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(label) ? label.length : 0;
  return isULabel(label) ? 4 + encodePunycode(label).length : 0;
}
