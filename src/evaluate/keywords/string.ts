import { codePoints } from "../code-points.ts";
import type { Compile } from "../node.ts";
import { patternOf } from "../pattern.ts";

export const minLength: Compile = (limit, site) =>
  typeof limit === "number"
    ? (spot, _frame, out) =>
        typeof spot.value !== "string" ||
        codePoints(spot.value) >= limit ||
        site.reject(spot, out, `must have at least ${limit} characters`, { limit })
    : undefined;

export const maxLength: Compile = (limit, site) =>
  typeof limit === "number"
    ? (spot, _frame, out) =>
        typeof spot.value !== "string" ||
        spot.value.length <= limit ||
        codePoints(spot.value) <= limit ||
        site.reject(spot, out, `must have at most ${limit} characters`, { limit })
    : undefined;

export const pattern: Compile = (source, site) => {
  if (typeof source !== "string") return undefined;
  const expression = patternOf(source);
  return (spot, _frame, out) =>
    typeof spot.value !== "string" ||
    expression.test(spot.value) ||
    site.reject(spot, out, `must match the pattern "${source}"`, { pattern: source });
};

/** Asserts only where formats were given: the dialects leave that to the caller. An unknown format says nothing. */
export const format: Compile = (name, site) => {
  const holds = typeof name === "string" ? site.formats?.get(name) : undefined;
  if (holds === undefined) return undefined;
  return (spot, _frame, out) =>
    typeof spot.value !== "string" ||
    holds(spot.value) ||
    site.reject(spot, out, `must be in the format "${name}"`, { format: name });
};
