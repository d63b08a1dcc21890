import type { JsonObject } from "../../src/model.ts";
import { kind, scalarKinds } from "./kinds.ts";
import { type Atom, any, atoms, type Scalar, type Type } from "./type.ts";

/** A union of scalars: what is handed to json-schema-to-typescript, and how many words it must answer with. */
export interface Leaf {
  readonly schema: JsonObject;
  readonly words: number;
}

const mostValues = 200;
const plain = /^[ !#-)+-[\]-~]*$/;

/**
 * The leaf a type is, made anew from what we know of it: `type` and `enum` alone, no text of the author's but enum
 * values without quotes, backslashes or asterisks. Undefined where the type is more than that.
 */
export function leafOf(type: Type): Leaf | undefined {
  const parts = atoms(type);
  const values: Scalar[] = [];
  const types: string[] = [];
  for (const part of parts) {
    if (part.is === "literal" && isPlain(part.value)) values.push(part.value);
    else if (part.is === "any" && part.kinds !== 0 && (part.kinds & ~scalarKinds) === 0)
      types.push(...names(part));
    else return undefined;
  }
  if (values.length === 0 && types.length === 0) return undefined;
  if (values.length > mostValues) return undefined;
  if (values.length === 0) return { schema: { type: types }, words: types.length };
  if (types.length === 0) return { schema: { enum: values }, words: values.length };
  if (types.length === 1 && types[0] === "null")
    return { schema: { enum: [...values, null] }, words: values.length + 1 };
  return undefined;
}

function isPlain(value: Scalar): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0;
  return typeof value === "boolean" || (typeof value === "string" && plain.test(value));
}

const order = ["string", "number", "boolean", "null"] as const;

/** The scalar kinds of an atom by name, in the order they are shown. */
export function names(part: Extract<Atom, { is: "any" }>): readonly string[] {
  return order.filter((name) => (any(part.kinds).kinds & kind[name]) !== 0);
}
