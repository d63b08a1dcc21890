import type { Kind, Node } from "./formula.ts";
import { anyType, number, types } from "./types.ts";

/** The instance types an atom speaks of; every type where it is none. */
const domains: Readonly<Record<Kind, number>> = {
  true: anyType,
  and: anyType,
  oneOf: anyType,
  ref: anyType,
  type: anyType,
  enum: anyType,
  opaque: anyType,
  minimum: number,
  maximum: number,
  multipleOf: number,
  minLength: types.string,
  maxLength: types.string,
  pattern: types.string,
  format: types.string,
  minItems: types.array,
  maxItems: types.array,
  item: types.array,
  items: types.array,
  atLeast: types.array,
  atMost: types.array,
  unique: types.array,
  minProperties: types.object,
  maxProperties: types.object,
  has: types.object,
  members: types.object,
  names: types.object,
};

export function domainOf(node: Node): number {
  return node.kind === "opaque" ? node.types : domains[node.kind];
}
