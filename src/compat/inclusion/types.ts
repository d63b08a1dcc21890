import type { Json } from "../../model.ts";

/** Sets of instance types as bits. Numbers are two types: those `integer` accepts, and the rest. */
export const types = {
  null: 1,
  boolean: 2,
  integer: 4,
  fraction: 8,
  string: 16,
  array: 32,
  object: 64,
} as const;
export type TypeBit = (typeof types)[keyof typeof types];

export const number = types.integer | types.fraction;
export const anyType = 127;
export const allTypes: readonly TypeBit[] = Object.values(types);

const byName = new Map<string, number>([...Object.entries(types), ["number", number]]);
byName.delete("fraction");

/** The bits of a name in `type`; 0 where it names none. */
export function typesNamed(name: Json): number {
  return typeof name === "string" ? (byName.get(name) ?? 0) : 0;
}

export function typeOf(value: Json): TypeBit {
  if (value === null) return types.null;
  if (typeof value === "boolean") return types.boolean;
  if (typeof value === "string") return types.string;
  if (typeof value === "number") return Number.isInteger(value) ? types.integer : types.fraction;
  return Array.isArray(value) ? types.array : types.object;
}
