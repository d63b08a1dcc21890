import { type Errors, rejectRequired, rejectType, token } from "./errors.ts";
import { type Members, object, own } from "./object.ts";

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
