import type { Json } from "../../model.ts";
import type { Rational } from "./rational.ts";

/** A node, or with a minus sign its negation. */
export type Literal = number;

/** Node 1 holds of everything. */
export const yes: Literal = 1;
export const no: Literal = -1;

/** Which members a constraint speaks of. */
export type Region =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "pattern"; readonly source: string }
  /** Every name outside the lists; with empty lists, every name. */
  | { readonly kind: "rest"; readonly names: ReadonlySet<string>; readonly patterns: readonly string[] };

/**
 * What a schema says, in few words. Every atom is implicative: it holds of all values of other types,
 * so that its negation means "of that type, and not so".
 */
export type Node =
  | { readonly kind: "true" }
  | { readonly kind: "and"; readonly of: readonly Literal[] }
  /** Exactly one holds. */
  | { readonly kind: "oneOf"; readonly of: readonly Literal[] }
  /** A schema that contains itself: the arena knows its body. */
  | { readonly kind: "ref"; readonly target: number }
  | { readonly kind: "type"; readonly types: number }
  | { readonly kind: "enum"; readonly values: ReadonlyMap<string, Json>; readonly types: number }
  | { readonly kind: "minimum"; readonly bound: Rational; readonly exclusive: boolean }
  | { readonly kind: "maximum"; readonly bound: Rational; readonly exclusive: boolean }
  | { readonly kind: "multipleOf"; readonly divisor: Rational }
  /** Code points. */
  | { readonly kind: "minLength"; readonly count: number }
  | { readonly kind: "maxLength"; readonly count: number }
  | { readonly kind: "pattern"; readonly source: string }
  | { readonly kind: "format"; readonly name: string }
  | { readonly kind: "minItems"; readonly count: number }
  | { readonly kind: "maxItems"; readonly count: number }
  | { readonly kind: "item"; readonly index: number; readonly of: Literal }
  /** Every item from that index on. */
  | { readonly kind: "items"; readonly from: number; readonly of: Literal }
  | { readonly kind: "atLeast"; readonly count: number; readonly of: Literal }
  | { readonly kind: "atMost"; readonly count: number; readonly of: Literal }
  | { readonly kind: "unique" }
  | { readonly kind: "minProperties"; readonly count: number }
  | { readonly kind: "maxProperties"; readonly count: number }
  | { readonly kind: "has"; readonly name: string }
  /** Every member of the region has such a value. */
  | { readonly kind: "members"; readonly region: Region; readonly of: Literal }
  /** Every member's name, as a string. */
  | { readonly kind: "names"; readonly of: Literal }
  /** Not modelled: known only by its key, equal keys meaning the same. */
  | { readonly kind: "opaque"; readonly key: string; readonly types: number };

export type Kind = Node["kind"];
export type NodeOf<K extends Kind> = Extract<Node, { readonly kind: K }>;
