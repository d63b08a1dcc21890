import { type Members, object, own } from "./object.ts";

/** One error of one instance. */
export interface ValidationError {
  /** JSON Pointer into the instance. */
  readonly pointer: string;
  readonly keyword: string;
  /** Plain words. */
  readonly message: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export type Errors = ValidationError[];
type Collect = (value: unknown, pointer: string, errors: Errors) => void;

export function add(
  errors: Errors,
  pointer: string,
  keyword: string,
  message: string,
  params: ValidationError["params"],
) {
  errors.push({ pointer, keyword, message, params });
}

/** A member name as a reference token with its slash (RFC 6901). */
export function token(name: string): string {
  return `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Whether a collector adds errors. */
export function fails(collect: Collect, value: unknown, pointer: string, errors: Errors): boolean {
  const before = errors.length;
  collect(value, pointer, errors);
  return errors.length > before;
}

export function rejectFalse(e: Errors, p: string): void {
  add(e, p, "false schema", "must not be present", {});
}

export function rejectType(e: Errors, p: string, type: string | readonly string[]): void {
  add(e, p, "type", `must be ${typeof type === "string" ? type : type.join(" or ")}`, { type });
}

/** A member that must be of one type; undefined, and mostly an error, where it is absent or is not. */
export function member(
  e: Errors,
  p: string,
  of: Members,
  name: string,
  type: string,
  required = false,
): unknown {
  const value = own(of, name);
  if (value === undefined) {
    if (required) rejectRequired(e, p, name);
    return undefined;
  }
  if (typeOf(value) === type || (type === "number" && Number.isInteger(value)))
    return type === "object" ? object(value) : value;
  rejectType(e, p + token(name), type);
  return undefined;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (value === null) return "null";
  if (typeof value !== "number") return typeof value;
  return Number.isInteger(value) ? "integer" : Number.isFinite(value) ? "number" : "";
}

export function rejectConst(e: Errors, p: string, allowedValue: unknown): void {
  add(e, p, "const", `must be ${JSON.stringify(allowedValue)}`, { allowedValue });
}

export function rejectEnum(e: Errors, p: string, allowedValues: unknown): void {
  add(e, p, "enum", "must be one of the listed values", { allowedValues });
}

export function rejectBound(e: Errors, p: string, keyword: string, comparison: string, limit: number): void {
  add(e, p, keyword, `must be ${comparison} ${limit}`, { comparison, limit });
}

export function rejectMultiple(e: Errors, p: string, multipleOf: number): void {
  add(e, p, "multipleOf", `must be a multiple of ${multipleOf}`, { multipleOf });
}

export function rejectLength(e: Errors, p: string, keyword: string, limit: number): void {
  add(e, p, keyword, `must have at ${keyword.startsWith("min") ? "least" : "most"} ${limit} characters`, {
    limit,
  });
}

export function rejectItems(e: Errors, p: string, keyword: string, limit: number): void {
  add(e, p, keyword, `must have at ${keyword.startsWith("min") ? "least" : "most"} ${limit} items`, {
    limit,
  });
}

export function rejectSize(e: Errors, p: string, keyword: string, limit: number): void {
  add(e, p, keyword, `must have at ${keyword.startsWith("min") ? "least" : "most"} ${limit} members`, {
    limit,
  });
}

export function rejectPattern(e: Errors, p: string, pattern: string): void {
  add(e, p, "pattern", `must match the pattern "${pattern}"`, { pattern });
}

export function rejectFormat(e: Errors, p: string, format: string): void {
  add(e, p, "format", `must be in the format "${format}"`, { format });
}

export function rejectRequired(e: Errors, p: string, missingProperty: string): void {
  add(e, p, "required", `must have the member "${missingProperty}"`, { missingProperty });
}

export function rejectDependent(
  e: Errors,
  p: string,
  keyword: string,
  property: string,
  missingProperty: string,
): void {
  const message = `must have the member "${missingProperty}" where "${property}" is present`;
  add(e, p, keyword, message, { property, missingProperty });
}

export function rejectAdditional(e: Errors, p: string, additionalProperty: string): void {
  add(e, p, "additionalProperties", `must not have the member "${additionalProperty}"`, {
    additionalProperty,
  });
}

export function rejectUnevaluated(e: Errors, p: string, unevaluatedProperty: string): void {
  add(e, p, "unevaluatedProperties", `must not have the member "${unevaluatedProperty}"`, {
    unevaluatedProperty,
  });
}

export function rejectUnevaluatedItem(e: Errors, p: string, limit: number): void {
  add(e, p, "unevaluatedItems", `must not have an item at position ${limit}`, { limit });
}

export function rejectContains(
  e: Errors,
  p: string,
  words: string,
  count: number,
  minContains: number,
  maxContains?: number,
): void {
  const bounds = maxContains === undefined ? { minContains } : { minContains, maxContains };
  add(e, p, "contains", `must contain ${words} ${count} matching items`, bounds);
}

export function rejectDuplicate(e: Errors, p: string, i: number): void {
  add(e, p, "uniqueItems", `must not repeat the item at position ${i}`, { i });
}

export function rejectNot(e: Errors, p: string): void {
  add(e, p, "not", "must not match the schema", {});
}

export function rejectAnyOf(e: Errors, p: string, value: unknown, ...branches: readonly Collect[]): void {
  explain(e, p, value, branches);
  add(e, p, "anyOf", "must match at least one alternative", {});
}

export function rejectNone(e: Errors, p: string, value: unknown, ...branches: readonly Collect[]): void {
  explain(e, p, value, branches);
  add(e, p, "oneOf", "must match exactly one alternative", { passingSchemas: null });
}

/** `oneOf`: an error unless exactly one alternative accepts. */
export function rejectUnlessOne(
  e: Errors,
  p: string,
  value: unknown,
  accepts: readonly boolean[],
  ...branches: readonly Collect[]
): void {
  const passingSchemas = accepts.flatMap((accepted, index) => (accepted ? [index] : []));
  if (passingSchemas.length === 0) rejectNone(e, p, value, ...branches);
  if (passingSchemas.length > 1) {
    add(e, p, "oneOf", "must match exactly one alternative, not several", { passingSchemas });
  }
}

/** The errors of the alternatives that were meant: not of those for another type of value. */
function explain(errors: Errors, pointer: string, value: unknown, branches: readonly Collect[]): void {
  for (const branch of branches) {
    const own: Errors = [];
    branch(value, pointer, own);
    if (!own.some((error) => error.pointer === pointer && error.keyword === "type")) errors.push(...own);
  }
}
