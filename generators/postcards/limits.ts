import { type Escaped, joinEscaped, ours } from "../../src/generate/templates.ts";
import type { Located } from "../../src/schema/resources.ts";
import { code, text } from "./markdown.ts";
import { keyword } from "./page.ts";

/** Patterns that have a name of their own. */
const namedPatterns = new Map<string, Escaped>([
  ["^[0-9A-HJKMNP-TV-Z]{26}$", ours`ULID`],
  ["^[0-7][0-9A-HJKMNP-TV-Z]{25}$", ours`ULID`],
  ["^[0-9a-f]{64}$", ours`64 hex digits`],
  ["^sha256:[0-9a-f]{64}$", ours`sha256: and 64 hex digits`],
  ["Z$", ours`UTC`],
]);

const namedFormats = new Map<string, Escaped>([
  ["uuid", ours`UUID`],
  ["uri", ours`URI`],
  ["date-time", ours`date and time (RFC 3339)`],
  ["date", ours`date (RFC 3339)`],
  ["email", ours`e-mail address`],
]);

/** Patterns longer than this are left to the schema. */
const shownPattern = 48;

/** `string, UUID`, `string, 1 to 256 characters`, `string like ^cogo-` */
export function stringWords(at: Located): Escaped {
  const format = keyword(at, "format");
  const pattern = keyword(at, "pattern");
  const words = [ours`string`];
  if (typeof format === "string") words.push(namedFormats.get(format) ?? text(format));
  const named = typeof pattern === "string" ? namedPatterns.get(pattern) : undefined;
  if (named !== undefined) words.push(named);
  else words.push(...lengthWords(at, "Length", "character"));
  if (typeof pattern === "string" && named === undefined) {
    words.push(pattern.length > shownPattern ? ours`of a set pattern` : ours`like ${code(pattern)}`);
  }
  return joinEscaped(words, ", ");
}

/** `integer ≥ 1`, `number > 0 and ≤ 1`, `integer 1 to 500` */
export function rangeWords(at: Located, type: Escaped): Escaped {
  const minimum = keyword(at, "minimum");
  const maximum = keyword(at, "maximum");
  if (typeof minimum === "number" && typeof maximum === "number")
    return ours`${type} ${minimum} to ${maximum}`;
  const bounds: Escaped[] = [];
  for (const [name, sign] of signs) {
    const bound = keyword(at, name);
    if (typeof bound === "number") bounds.push(ours`${sign} ${bound}`);
  }
  const step = keyword(at, "multipleOf");
  if (typeof step === "number") bounds.push(ours`in steps of ${step}`);
  return bounds.length === 0 ? type : ours`${type} ${joinEscaped(bounds, " and ")}`;
}

const signs = [
  ["minimum", ours`≥`],
  ["exclusiveMinimum", ours`>`],
  ["maximum", ours`≤`],
  ["exclusiveMaximum", ours`<`],
] as const;

/** `1 to 256 characters`, `not empty`, `at most 50 items`; nothing where no limit is set. */
export function lengthWords(
  at: Located,
  suffix: "Length" | "Items" | "Properties",
  unit: "character" | "item" | "entry",
): readonly Escaped[] {
  const least = keyword(at, `min${suffix}`);
  const most = keyword(at, `max${suffix}`);
  const plural = units[unit];
  if (typeof most === "number") {
    return typeof least === "number" && least > 0
      ? [ours`${least} to ${most} ${plural}`]
      : [ours`at most ${most} ${plural}`];
  }
  if (typeof least !== "number" || least === 0) return [];
  return least === 1 ? [ours`not empty`] : [ours`at least ${least} ${plural}`];
}

const units = { character: ours`characters`, item: ours`items`, entry: ours`entries` };
