/** A set of UTF-16 units: 128 bits for ASCII, and one for all the rest together. */
export interface UnitSet {
  readonly bits: readonly [number, number, number, number];
  /** Whether every unit from 128 on is in the set; else none is. */
  readonly beyond: boolean;
}

export const noUnits: UnitSet = { bits: [0, 0, 0, 0], beyond: false };

export function unitRange(from: number, to: number): UnitSet {
  const bits: [number, number, number, number] = [0, 0, 0, 0];
  for (let unit = from; unit <= to; unit++) {
    const word = (unit >> 5) as 0 | 1 | 2 | 3;
    bits[word] |= 1 << (unit & 31);
  }
  return { bits, beyond: false };
}

export function union(a: UnitSet, b: UnitSet): UnitSet {
  return { bits: zip(a, b, (x, y) => x | y), beyond: a.beyond || b.beyond };
}

export function complement(a: UnitSet): UnitSet {
  return { bits: zip(a, a, (x) => ~x), beyond: !a.beyond };
}

function zip(a: UnitSet, b: UnitSet, join: (x: number, y: number) => number): UnitSet["bits"] {
  const [a0, a1, a2, a3] = a.bits;
  const [b0, b1, b2, b3] = b.bits;
  return [join(a0, b0), join(a1, b1), join(a2, b2), join(a3, b3)];
}

function has(set: UnitSet, unit: number): boolean {
  return unit > 127
    ? set.beyond
    : (((set.bits[(unit >> 5) as 0 | 1 | 2 | 3] ?? 0) >>> (unit & 31)) & 1) === 1;
}

/** Maximal runs of the set within ASCII. */
export function rangesOf(set: UnitSet): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (let unit = 0; unit < 128; unit++) {
    if (!has(set, unit)) continue;
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === unit - 1) last[1] = unit;
    else ranges.push([unit, unit]);
  }
  return ranges;
}

/** The set as the inside of a character class, ASCII only. */
export function classText(set: UnitSet): string {
  return rangesOf(set)
    .map(([from, to]) => (from === to ? unit(from) : `${unit(from)}${to === from + 1 ? "" : "-"}${unit(to)}`))
    .join("");
}

function unit(code: number): string {
  const text = String.fromCharCode(code);
  return /[A-Za-z0-9]/.test(text) ? text : `\\x${code.toString(16).padStart(2, "0")}`;
}
