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

export function areDisjoint(a: UnitSet, b: UnitSet): boolean {
  return !(a.beyond && b.beyond) && zip(a, b, (x, y) => x & y).every((word) => word === 0);
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

/** A JavaScript expression: whether the unit in variable `c` is in the set. False for NaN, the unit after the end. */
export function memberTest(set: UnitSet, c: string): string {
  if (set.beyond) {
    // What is left out is short; NaN must be out too.
    const out = rangesOf(complement(set)).map(([from, to]) => rangeTest(from, to, c));
    return [`${c} >= 0`, ...out.map((test) => `!(${test})`)].join(" && ");
  }
  const ranges = rangesOf(set);
  const [only] = ranges;
  if (only === undefined) return "false";
  if (ranges.length === 1) return rangeTest(only[0], only[1], c);
  const some = `(${memberBit(set, c)} & 1) !== 0`;
  return has(set, 0) ? `${c} >= 0 && ${some}` : some;
}

/**
 * A JavaScript expression whose lowest bit says whether the unit in `c` is in the set. No branch hangs on the text, so
 * mixed digits and letters cost what letters cost. For sets within ASCII.
 */
export function memberBit({ bits }: UnitSet, c: string): string {
  const words = bits.flatMap((word, at) => (word === 0 ? [] : [[at, word >>> 0] as const]));
  return `(${words.map(([at, word]) => `${c} >> 5 === ${at} ? ${word} : `).join("")}0) >>> ${c}`;
}

function rangeTest(from: number, to: number, c: string): string {
  return from === to ? `${c} === ${from}` : `${c} >= ${from} && ${c} <= ${to}`;
}
