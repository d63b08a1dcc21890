import type { Literal } from "../formula.ts";
import { compare, fromNumber, isMultiple, lcm, type Rational, rational } from "../rational.ts";
import { types } from "../types.ts";
import type { Context } from "./outcome.ts";

export interface Bound {
  readonly value: Rational;
  readonly exclusive: boolean;
}

/** What is asked of a number: an interval, a lattice of multiples, and holes in both. */
export interface Range {
  low: Bound | undefined;
  high: Bound | undefined;
  /** The value is a multiple of it. */
  step: Rational | undefined;
  /** The value is a multiple of none of them. */
  readonly gaps: Rational[];
  /** Single numbers, by {@link keyOf}. */
  readonly excluded: Set<string>;
}

const one = rational(1n);

export function rangeOf(mask: number, literals: readonly Literal[], context: Context): Range {
  const range: Range = { low: undefined, high: undefined, step: undefined, gaps: [], excluded: new Set() };
  if (mask === types.integer) range.step = one;
  if (mask === types.fraction) range.gaps.push(one);
  for (const literal of literals) narrow(range, literal, context);
  return range;
}

function narrow(range: Range, literal: Literal, { arena }: Context): void {
  const node = arena.node(literal);
  const held = literal > 0;
  switch (node.kind) {
    case "minimum":
      if (held) raise(range, { value: node.bound, exclusive: node.exclusive });
      else lower(range, { value: node.bound, exclusive: !node.exclusive });
      break;
    case "maximum":
      if (held) lower(range, { value: node.bound, exclusive: node.exclusive });
      else raise(range, { value: node.bound, exclusive: !node.exclusive });
      break;
    case "multipleOf":
      if (!held) range.gaps.push(node.divisor);
      else range.step = range.step === undefined ? node.divisor : lcm(range.step, node.divisor);
      break;
    case "enum":
      if (held) break;
      for (const value of node.values.values()) {
        if (typeof value === "number") range.excluded.add(keyOf(fromNumber(value)));
      }
      break;
  }
}

function raise(range: Range, bound: Bound): void {
  const side = range.low === undefined ? 1 : compare(bound.value, range.low.value);
  if (side > 0 || (side === 0 && bound.exclusive)) range.low = bound;
}

function lower(range: Range, bound: Bound): void {
  const side = range.high === undefined ? -1 : compare(bound.value, range.high.value);
  if (side < 0 || (side === 0 && bound.exclusive)) range.high = bound;
}

export function isEmptyInterval({ low, high }: Range): boolean {
  if (low === undefined || high === undefined) return false;
  const side = compare(low.value, high.value);
  return side > 0 || (side === 0 && (low.exclusive || high.exclusive));
}

export function fits(range: Range, value: Rational): boolean {
  const { low, high, step } = range;
  if (low !== undefined && compare(value, low.value) < (low.exclusive ? 1 : 0)) return false;
  if (high !== undefined && compare(value, high.value) > (high.exclusive ? -1 : 0)) return false;
  if (step !== undefined && !isMultiple(value, step)) return false;
  return !range.gaps.some((gap) => isMultiple(value, gap)) && !range.excluded.has(keyOf(value));
}

/** Fractions are kept in lowest terms. */
function keyOf({ over, under }: Rational): string {
  return `${over}/${under}`;
}
