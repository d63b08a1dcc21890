import type { Leaf } from "../leaf.ts";

/** How types are written. */
export interface Style {
  readonly readonly: boolean;
  /** Show that an object nothing is said about may hold undeclared members, as an index signature. */
  readonly showOpen: boolean;
  /** The type stands in an intersection, which already is no weak type and tells how open it is. */
  readonly joined?: boolean;
  /** Since which version everything here is there, so that it need not be said of each part. */
  readonly since?: string | undefined;
  /** The name a declared or imported type has in this file; undefined where it may not be named here. */
  nameOf(name: string): string | undefined;
  readonly printed: Printed;
  /** The library's words for a union of scalars; undefined where ours are to be used. */
  leaf(leaf: Leaf): readonly string[] | undefined;
}

export const width = 100;

/** What was printed already, by how it was to look: a type can stand in many places. */
export type Printed = Map<string, Map<object, string>>;

/** The text of a type in a style, made once. */
export function once(printed: Printed, type: object, style: Style, print: () => string): string {
  const look = `${style.joined === true} ${style.showOpen} ${style.since}`;
  const texts = printed.get(look);
  const before = texts?.get(type);
  if (before !== undefined) return before;
  const text = print();
  if (texts !== undefined) texts.set(type, text);
  else printed.set(look, (printed.get(look) ?? new Map<object, string>()).set(type, text));
  return text;
}

/** Every line but the first, two spaces further in. */
export function indent(text: string): string {
  return text.replaceAll("\n", "\n  ");
}
