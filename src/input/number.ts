const safeLength = 15;

/**
 * Whether a JSON number written again by us names the same number. `1.0`, `1e2`, `-0` and `0.10` do;
 * `9007199254740993`, `1e400`, `1e-400` and `0.1000000000000000055` do not.
 * `longFractions` also takes seventeen digits of a double that is no integer.
 */
export function roundTrips(token: string, longFractions: boolean): boolean {
  // Fifteen significant digits always survive a double; the exponent alone can spoil a short token.
  if (token.length <= safeLength && !/[eE]/.test(token)) return true;
  const value = Number(token);
  if (!Number.isFinite(value)) return false;
  if (value === 0) return !/^[^eE]*[1-9]/.test(token);
  const written = decimal(token);
  if (written === decimal(String(value))) return true;
  return longFractions && !Number.isInteger(value) && written === decimal(value.toPrecision(17));
}

/** One spelling for each decimal number other than zero: sign, digits without outer zeros, power of ten. */
function decimal(token: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token) ?? [];
  const digits = `${whole}${fraction}`;
  const first = digits.search(/[1-9]/);
  let last = digits.length;
  while (digits[last - 1] === "0") last -= 1;
  const power = Number(exponent) - fraction.length + digits.length - last;
  return `${sign}${digits.slice(first, last)}e${power}`;
}
