import { WaybillError } from "../errors.ts";

const compiled = new Map<string, RegExp>();

/**
 * A pattern as every validator of ours reads it: with the `u` flag, so that `.` is a code point and `\p{L}` works; without
 * it only where the pattern is no regular expression under `u` (`\-` outside a class, say), as older schemas hold.
 * @throws WaybillError where it is no regular expression at all.
 */
export function patternOf(source: string): RegExp {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const made = make(source, "u") ?? make(source, "");
  if (made === undefined) throw new WaybillError("MALFORMED", `"${source}" is not a regular expression`);
  if (compiled.size > 10_000) compiled.clear();
  compiled.set(source, made);
  return made;
}

function make(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
