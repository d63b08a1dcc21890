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

export function rejectFalse(e: Errors, p: string): void {
  add(e, p, "false schema", "must not be present", {});
}

export function rejectType(e: Errors, p: string, type: string | readonly string[]): void {
  add(e, p, "type", `must be ${typeof type === "string" ? type : type.join(" or ")}`, { type });
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
