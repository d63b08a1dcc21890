/** `mantissa * 10^exponent`, exactly what the shortest decimal spelling of a double says. */
interface Decimal {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/**
 * Whether a number is a multiple of another, on the decimals as written: 0.3 is a multiple of 0.1, though their doubles
 * disagree (JSON Schema speaks of numbers, not of doubles).
 */
export function isMultiple(value: number, divisor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0;
  const a = decimal(value);
  const b = decimal(divisor);
  const shift = Math.min(a.exponent, b.exponent);
  return scale(a, shift) % scale(b, shift) === 0n;
}

function decimal(value: number): Decimal {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  return { mantissa: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

function scale({ mantissa, exponent }: Decimal, to: number): bigint {
  return mantissa * 10n ** BigInt(exponent - to);
}
