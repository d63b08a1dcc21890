import { add, ceil, divide, floor, type Rational, rational, times } from "../rational.ts";
import type { Range } from "./range.ts";

const tenths = [0n, 5n, 1n, 3n, 7n, 2n, 9n, 4n, 6n, 8n];

/** Numbers to try in an interval: near its bounds and its middle, the shortest decimals first; then large ones. */
export function* shortDecimals(range: Range): Generator<Rational> {
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
