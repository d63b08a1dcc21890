/** Bootstring with the parameters of RFC 3492, section 5. */
const base = 36;
const tMin = 1;
const tMax = 26;

/** The Unicode text of a lower-case Punycode text (without `xn--`); undefined where it is malformed. */
export function decodePunycode(text: string): string | undefined {
  const cut = text.lastIndexOf("-");
  const points = Array.from(text.slice(0, Math.max(cut, 0)), (unit) => unit.charCodeAt(0));
  let code = 128;
  let index = 0;
  let bias = 72;
  for (let at = cut > 0 ? cut + 1 : 0; at < text.length; ) {
    const before = index;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = digitOf(text.charCodeAt(at++));
      if (digit < 0) return undefined;
      index += digit * weight;
      const t = threshold(k, bias);
      if (digit < t) break;
      weight *= base - t;
      if (index > 0x7fffffff || weight > 0x7fffffff) return undefined;
    }
    const count = points.length + 1;
    bias = adapt(index - before, count, before === 0);
    code += Math.floor(index / count);
    index %= count;
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    points.splice(index++, 0, code);
  }
  return String.fromCodePoint(...points);
}

/** The Punycode of a text, without `xn--`. */
export function encodePunycode(text: string): string {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  let out = points
    .filter((point) => point < 128)
    .map((point) => String.fromCharCode(point))
    .join("");
  const basic = out.length;
  let handled = basic;
  if (basic > 0) out += "-";
  let code = 128;
  let delta = 0;
  let bias = 72;
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= code));
    delta += (next - code) * (handled + 1);
    code = next;
    for (const point of points) {
      if (point < code) delta++;
      if (point !== code) continue;
      let rest = delta;
      for (let k = base; ; k += base) {
        const t = threshold(k, bias);
        if (rest < t) break;
        out += letter(t + ((rest - t) % (base - t)));
        rest = Math.floor((rest - t) / (base - t));
      }
      out += letter(rest);
      bias = adapt(delta, handled + 1, handled === basic);
      delta = 0;
      handled++;
    }
    delta++;
    code++;
  }
  return out;
}

function threshold(k: number, bias: number): number {
  return Math.min(Math.max(k - bias, tMin), tMax);
}

function adapt(delta: number, count: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > 455; k += base) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 22;
  return code >= 97 && code <= 122 ? code - 97 : -1;
}

function letter(digit: number): string {
  return String.fromCharCode(digit < 26 ? digit + 97 : digit + 22);
}
