import type { Leaf } from "../leaf.ts";

/** How types are written. */
export interface Style {
  readonly readonly: boolean;
  /** Show that an object nothing is said about may hold undeclared members, as an index signature. */
  readonly showOpen: boolean;
  /** The type stands in an intersection, which already is no weak type and tells how open it is. */
  readonly joined?: boolean;
  /** The name a declared or imported type has in this file; undefined where it may not be named here. */
  nameOf(name: string): string | undefined;
  /** The library's words for a union of scalars; undefined where ours are to be used. */
  leaf(leaf: Leaf): readonly string[] | undefined;
}

export const width = 100;

/** Every line but the first, two spaces further in. */
export function indent(text: string): string {
  return text.replaceAll("\n", "\n  ");
}
