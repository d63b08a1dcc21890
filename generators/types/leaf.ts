import type { Json, JsonObject } from "../../src/model.ts";
import { allKinds, kind, scalarKinds } from "./kinds.ts";
import { type Any, any, atoms, type Scalar, type Type } from "./type.ts";

/** A union of scalars: what is handed to json-schema-to-typescript. */
export interface Leaf {
  /** The words of the union as they must come back, in order. */
  readonly words: readonly string[];
  /** Equal for equal leaves. */
  readonly question: string;
  /** Made anew from what we know of the type: `type` and `enum` alone. */
  readonly schema: JsonObject;
}

const mostValues = 200;
/** No text of the author's but enum values without quotes, backslashes, asterisks or anything beyond ASCII. */
const plain = /^[ !#-)+-[\]-~]*$/;
const order = ["string", "number", "boolean", "null"] as const;
/** Of the types that are kinds alone, which most members are; they are made once and for all. */
const ofKinds = Array.from({ length: allKinds + 1 }, (_, kinds) => readLeaf(any(kinds)));

/** The leaf a type is; undefined where the type is more than that. */
export function leafOf(type: Type): Leaf | undefined {
  return type.is === "any" ? ofKinds[type.kinds] : readLeaf(type);
}

function readLeaf(type: Type): Leaf | undefined {
  const values: Scalar[] = [];
  const types: string[] = [];
  for (const part of atoms(type)) {
    if (part.is === "literal" && isPlain(part.value)) values.push(part.value);
    else if (part.is === "any" && part.kinds !== 0 && (part.kinds & ~scalarKinds) === 0)
      types.push(...scalarNames(part));
    else return undefined;
  }
  if (values.length > mostValues) return undefined;
  const nullable = types.length === 1 && types[0] === "null";
  if (values.length > 0 && types.length > 0 && !nullable) return undefined;
  const words = [...values.map((value) => JSON.stringify(value)), ...types];
  const listed: Json[] = nullable ? [...values, null] : values;
  const schema: JsonObject = values.length === 0 ? { type: types } : { enum: listed };
  return { words, question: words.join(" | "), schema };
}

function isPlain(value: Scalar): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0;
  return typeof value === "boolean" || (typeof value === "string" && plain.test(value));
}

/** The scalar kinds by name, in the order they are shown. */
export function scalarNames(type: Any): readonly string[] {
  return order.filter((name) => (type.kinds & kind[name]) !== 0);
}
