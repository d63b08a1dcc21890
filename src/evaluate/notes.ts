/**
 * What the schemas that accepted an instance say about one place in it. `names` and `items` are the annotations that
 * `unevaluated*` reads; the rest says who declares members there, and is kept only where `places` is.
 */
export interface Notes {
  /** Members some schema evaluated. */
  readonly names: Set<string>;
  /** Items evaluated from the front; Infinity for all. */
  prefix: number;
  /** Items evaluated one by one, by `contains`. */
  readonly items: Set<number>;
  /** Members named without being evaluated: by `required` and its like. */
  readonly named: Set<string>;
  /** Some schema declares members here, present in the instance or not. */
  declares: boolean;
  /** `enum` or `const` holds here: the value, and all below it, is written out in the schema. */
  fixed: boolean;
  /** Notes of the members and items, by token; undefined where nobody asked who declares what. */
  readonly places: Map<string | number, Notes> | undefined;
}

export function newNotes(withPlaces: boolean): Notes {
  return {
    names: new Set(),
    prefix: 0,
    items: new Set(),
    named: new Set(),
    declares: false,
    fixed: false,
    places: withPlaces ? new Map() : undefined,
  };
}

/** Adds what one accepting schema noted to what the others did. */
export function mergeNotes(into: Notes, from: Notes): void {
  for (const name of from.names) into.names.add(name);
  if (from.prefix > into.prefix) into.prefix = from.prefix;
  for (const item of from.items) into.items.add(item);
  for (const name of from.named) into.named.add(name);
  if (from.declares) into.declares = true;
  if (from.fixed) into.fixed = true;
  if (from.places === undefined) return;
  for (const [token, notes] of from.places) mergePlace(into, token, notes);
}

/** Adds the notes of a member or item. */
export function mergePlace(into: Notes, token: string | number, notes: Notes): void {
  const known = into.places?.get(token);
  if (known === undefined) into.places?.set(token, notes);
  else mergeNotes(known, notes);
}
