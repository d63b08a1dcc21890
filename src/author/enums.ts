import { Type } from "typebox";
import type { FieldOptions } from "./scalars.ts";

/**
 * An enum that may grow: validators accept unknown strings, tools report them as notes, and a new value is additive.
 * The static type keeps the known values for completion.
 */
export function OpenEnum<const Value extends string>(values: readonly Value[], options: FieldOptions) {
  return Type.Unsafe<Value | (string & {})>({
    ...options,
    anyOf: [{ enum: [...values] }, { type: "string" }],
  });
}

/** An enum that readers refuse to see grow. Its description says why. */
export function ClosedEnum<const Value extends string>(values: readonly Value[], options: FieldOptions) {
  return Type.Unsafe<Value>({ ...options, type: "string", enum: [...values] });
}
