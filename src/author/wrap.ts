import { type Static, type TSchema, Type } from "typebox";
import type { FieldOptions } from "./scalars.ts";

/**
 * The value or null. One type gets `["...", "null"]`, a union one more branch (so an open enum stays one);
 * anything else is wrapped, so that `enum` and `$ref` stay right.
 */
export function Nullable<Inner extends TSchema>(inner: Inner) {
  const keywords: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(inner));
  const { description, ...rest } = keywords;
  const { type, anyOf, ...others } = rest;
  const none = { type: "null" };
  const simple = typeof type === "string" && rest.enum === undefined && rest.const === undefined;
  const union = type === undefined && Array.isArray(anyOf);
  return Type.Unsafe<Static<Inner> | null>({
    ...(description !== undefined && { description }),
    ...(simple && { ...rest, type: [type, "null"] }),
    ...(union && { ...others, anyOf: [...anyOf, none] }),
    ...(!simple && !union && { anyOf: [rest, none] }),
  });
}

/** Any JSON value: where the field's owner, not this registry, says what stands there. */
export function Open(options: FieldOptions) {
  return Type.Unsafe<unknown>({ ...options });
}

/** The same field with more said of it. A copy: fields are shared between subjects, so none is ever changed. */
export function Annotate<Field extends TSchema>(
  field: Field,
  more: Readonly<Record<string, unknown>>,
): Field {
  // TypeBox's own marks, such as "optional", are members that a spread would lose.
  const copy: Field = Object.create(Object.prototype, Object.getOwnPropertyDescriptors(field));
  return Object.assign(copy, more);
}
