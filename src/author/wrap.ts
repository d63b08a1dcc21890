import { type Static, type TSchema, Type } from "typebox";
import type { FieldOptions } from "./scalars.ts";

/** The value or null. A schema of one type gets `["...", "null"]`; any other is wrapped, so that `enum` and `$ref` stay right. */
export function Nullable<Inner extends TSchema>(inner: Inner) {
  const { description, ...rest } = { description: undefined, ...inner };
  const type = "type" in rest ? rest.type : undefined;
  const plain = typeof type === "string" && !("enum" in rest) && !("const" in rest);
  return Type.Unsafe<Static<Inner> | null>({
    ...(description !== undefined && { description }),
    ...(plain ? { ...rest, type: [type, "null"] } : { anyOf: [rest, { type: "null" }] }),
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
