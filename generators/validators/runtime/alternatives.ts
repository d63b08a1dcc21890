import { add, type Errors } from "./errors.ts";

type Collect = (value: unknown, pointer: string, errors: Errors) => void;

/** Whether a collector adds errors. */
export function fails(collect: Collect, value: unknown, pointer: string, errors: Errors): boolean {
  const before = errors.length;
  collect(value, pointer, errors);
  return errors.length > before;
}

export function rejectAnyOf(e: Errors, p: string): void {
  add(e, p, "anyOf", "must match at least one alternative", {});
}

/** The same, after what the alternatives have to say. */
export function explainAnyOf(e: Errors, p: string, value: unknown, ...branches: readonly Collect[]): void {
  explain(e, p, value, branches);
  rejectAnyOf(e, p);
}

export function rejectNone(e: Errors, p: string): void {
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
  if (passingSchemas.length === 0) {
    explain(e, p, value, branches);
    rejectNone(e, p);
  }
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
