import type { Literal } from "../formula.ts";
import {
  ceil,
  compare,
  divide,
  floor,
  isMultiple,
  type Rational,
  rational,
  times,
  toNumber,
} from "../rational.ts";
import { type Context, empty, gaveUp, type Outcome, unknown, witness } from "./outcome.ts";
import { fits, isEmptyInterval, type Range, rangeOf } from "./range.ts";
import { shortDecimals } from "./short-decimals.ts";

const scanLimit = 20_000;

/** Numbers of the given kinds that satisfy the atoms: an interval, a lattice, and holes. */
export function solveNumber(mask: number, literals: readonly Literal[], context: Context): Outcome {
  const range = rangeOf(mask, literals, context);
  if (isEmptyInterval(range)) return empty;
  const { step } = range;
  return step === undefined ? onLine(range, literals, context) : onLattice(range, step, literals, context);
}

/** Multiples of `step`: the k-th is k times it. */
function onLattice(range: Range, step: Rational, literals: readonly Literal[], context: Context): Outcome {
  if (context.rules.on("multiples leave gaps") && range.gaps.some((gap) => isMultiple(step, gap)))
    return empty;
  const { low, high } = range;
  const first = low && (low.exclusive ? floor(divide(low.value, step)) + 1n : ceil(divide(low.value, step)));
  const last =
    high && (high.exclusive ? ceil(divide(high.value, step)) - 1n : floor(divide(high.value, step)));
  if (first !== undefined && last !== undefined && first > last) return empty;
  // Nearest to zero first, then outwards: small numbers read best.
  const from = first !== undefined && first > 0n ? first : last !== undefined && last < 0n ? last : 0n;
  let up = from;
  let down = from - 1n;
  let found = false;
  for (let tried = 0; tried < scanLimit; tried++) {
    const upward = last === undefined || up <= last;
    const downward = first === undefined || down >= first;
    if (!upward && !downward) return usedUp(found, literals, context);
    if (!context.spend(1)) return unknown("the step budget ran out", literals[0]);
    const k = upward && (!downward || tried % 2 === 0) ? up++ : down--;
    const value = times(rational(k), step);
    if (!fits(range, value)) continue;
    const spoken = toNumber(value);
    if (spoken !== undefined) return witness(spoken);
    found = true;
  }
  return gaveUp("too many holes between multiples", literals, context, "enum", "multipleOf");
}

/** Any number: short decimals near the bounds. */
function onLine(range: Range, literals: readonly Literal[], context: Context): Outcome {
  const { low, high } = range;
  if (low !== undefined && high !== undefined && compare(low.value, high.value) === 0) {
    if (!fits(range, low.value)) return empty;
    const only = toNumber(low.value);
    return only === undefined ? unspeakable(literals, context) : witness(only);
  }
  for (const candidate of shortDecimals(range)) {
    if (!context.spend(1)) break;
    const spoken = fits(range, candidate) ? toNumber(candidate) : undefined;
    if (spoken !== undefined) return witness(spoken);
  }
  return unspeakable(literals, context);
}

function usedUp(found: boolean, literals: readonly Literal[], context: Context): Outcome {
  if (found) return unspeakable(literals, context);
  return context.rules.on("excluded numbers use up an interval")
    ? empty
    : unknown("an interval full of holes", literals[0]);
}

function unspeakable(literals: readonly Literal[], context: Context): Outcome {
  return gaveUp("numbers exist, but no short decimal among them", literals, context, "multipleOf", "minimum");
}
