import type { Literal } from "../formula.ts";
import {
  add,
  ceil,
  compare,
  divide,
  floor,
  fromNumber,
  isMultiple,
  lcm,
  type Rational,
  rational,
  times,
  toNumber,
} from "../rational.ts";
import { types } from "../types.ts";
import { type Context, empty, type Outcome, unknown, witness } from "./outcome.ts";

interface Bound {
  readonly value: Rational;
  readonly exclusive: boolean;
}

interface Range {
  low: Bound | undefined;
  high: Bound | undefined;
  /** The value is a multiple of it. */
  step: Rational | undefined;
  /** The value is a multiple of none of them. */
  readonly gaps: Rational[];
  readonly excluded: Rational[];
}

const one = rational(1n);
const scanLimit = 20_000;

/** Numbers of the given kinds that satisfy the atoms: an interval, a lattice, and holes. */
export function solveNumber(mask: number, literals: readonly Literal[], context: Context): Outcome {
  const range: Range = { low: undefined, high: undefined, step: undefined, gaps: [], excluded: [] };
  if (mask === types.integer) range.step = one;
  if (mask === types.fraction) range.gaps.push(one);
  for (const literal of literals) narrow(range, literal, context);
  if (isEmptyInterval(range)) return empty;
  const { step } = range;
  return step === undefined ? onLine(range, literals, context) : onLattice(range, step, literals, context);
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
        if (typeof value === "number") range.excluded.push(fromNumber(value));
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

function isEmptyInterval({ low, high }: Range): boolean {
  if (low === undefined || high === undefined) return false;
  const side = compare(low.value, high.value);
  return side > 0 || (side === 0 && (low.exclusive || high.exclusive));
}

function fits(range: Range, value: Rational): boolean {
  const { low, high, step } = range;
  if (low !== undefined && compare(value, low.value) < (low.exclusive ? 1 : 0)) return false;
  if (high !== undefined && compare(value, high.value) > (high.exclusive ? -1 : 0)) return false;
  if (step !== undefined && !isMultiple(value, step)) return false;
  return (
    !range.gaps.some((gap) => isMultiple(value, gap)) &&
    !range.excluded.some((hole) => compare(hole, value) === 0)
  );
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
  return unknown("too many holes between multiples", literals[0]);
}

/** Any number: short decimals near the bounds. */
function onLine(range: Range, literals: readonly Literal[], context: Context): Outcome {
  const { low, high } = range;
  if (low !== undefined && high !== undefined && compare(low.value, high.value) === 0) {
    if (!fits(range, low.value)) return empty;
    const only = toNumber(low.value);
    return only === undefined ? unspeakable(literals) : witness(only);
  }
  for (const candidate of candidates(range)) {
    if (!context.spend(1)) break;
    const spoken = fits(range, candidate) ? toNumber(candidate) : undefined;
    if (spoken !== undefined) return witness(spoken);
  }
  return unspeakable(literals);
}

function usedUp(found: boolean, literals: readonly Literal[], { rules }: Context): Outcome {
  if (found) return unspeakable(literals);
  return rules.on("excluded numbers use up an interval")
    ? empty
    : unknown("an interval full of holes", literals[0]);
}

function unspeakable(literals: readonly Literal[]): Outcome {
  return unknown("numbers exist, but no short decimal among them", literals[0]);
}

const tenths = [0n, 5n, 1n, 3n, 7n, 2n, 9n, 4n, 6n, 8n];

function* candidates(range: Range): Generator<Rational> {
  const { low, high } = range;
  const base =
    low !== undefined && low.value.over >= 0n ? floor(low.value) : high !== undefined ? ceil(high.value) : 0n;
  for (const near of new Set([0n, base, base + 1n, base - 1n, base + 2n, base - 2n])) {
    for (const tenth of tenths) yield add(rational(near), rational(tenth, 10n));
  }
  for (let digits = 2n; digits < 16n; digits++) {
    for (const last of [1n, 3n, 7n]) yield add(rational(base), rational(last, 10n ** digits));
    for (const last of [1n, 3n, 7n]) yield add(rational(base), rational(-last, 10n ** digits));
  }
  if (low !== undefined && high !== undefined) {
    const middle = divide(add(low.value, high.value), rational(2n));
    yield middle;
    for (let digits = 1n; digits < 320n; digits++) {
      const scale = rational(10n ** digits);
      const scaled = floor(times(middle, scale));
      for (let offset = 0n; offset < 8n; offset++) {
        yield divide(rational(scaled + offset), scale);
        yield divide(rational(scaled - offset), scale);
      }
    }
  }
  const edges = [low, high].filter((bound) => bound !== undefined);
  for (const { value } of edges) {
    for (let digits = 0n; digits < 20n; digits++) {
      for (const nudge of tenths) {
        const part = rational(nudge, 10n ** digits);
        yield add(value, part);
        yield add(value, { ...part, over: -part.over });
      }
    }
  }
  for (let power = 1n; power < 300n; power++) {
    for (const nudge of [0n, 1n, 5n]) {
      yield rational(10n ** power * 2n + nudge, 2n);
      yield rational(-(10n ** power) * 2n - nudge, 2n);
    }
  }
}
