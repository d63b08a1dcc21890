/** An exact fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly over: bigint;
  readonly under: bigint;
}

export function rational(over: bigint, under = 1n): Rational {
  const sign = under < 0n ? -1n : 1n;
  const divisor = gcd(over, under) * sign || 1n;
  return { over: over / divisor, under: under / divisor };
}

/** The number its shortest decimal spelling names: 0.1 is one tenth, as its author wrote it. Finite numbers only. */
export function fromNumber(value: number): Rational {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  const power = BigInt(exponent) - BigInt(fraction.length);
  const mantissa = BigInt(whole + fraction);
  return power >= 0n ? rational(mantissa * 10n ** power) : rational(mantissa, 10n ** -power);
}

/** The double with exactly this value as its shortest spelling; undefined where there is none. */
export function toNumber(value: Rational): number | undefined {
  const near = value.under === 1n ? Number(value.over) : Number(value.over) / Number(value.under);
  return Number.isFinite(near) && compare(fromNumber(near), value) === 0 ? near : undefined;
}

export function compare(a: Rational, b: Rational): number {
  const left = a.over * b.under;
  const right = b.over * a.under;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isMultiple(value: Rational, of: Rational): boolean {
  return (value.over * of.under) % (value.under * of.over) === 0n;
}

/** The smallest positive number that is a multiple of both; both are positive. */
export function lcm(a: Rational, b: Rational): Rational {
  return rational((a.over / gcd(a.over, b.over)) * b.over, gcd(a.under, b.under));
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function times(a: Rational, b: Rational): Rational {
  return rational(a.over * b.over, a.under * b.under);
}

export function divide(a: Rational, b: Rational): Rational {
  return rational(a.over * b.under, a.under * b.over);
}

/** The largest integer not above. */
export function floor(value: Rational): bigint {
  const quotient = value.over / value.under;
  return value.over % value.under < 0n ? quotient - 1n : quotient;
}

/** The smallest integer not below. */
export function ceil(value: Rational): bigint {
  return -floor({ over: -value.over, under: value.under });
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
