import { type Errors, token } from "./errors.ts";
import { object } from "./object.ts";

/** Who declares what, by pointer into an accepted instance. */
export type Places = Map<string, Place>;

interface Place {
  readonly names: Set<string>;
  /** Some schema declares members here, present or not. */
  declares: boolean;
  /** The value is written out in the schema, and all below it. */
  fixed: boolean;
}

function at(places: Places, pointer: string): Place {
  let place = places.get(pointer);
  if (place === undefined) {
    place = { names: new Set(), declares: false, fixed: false };
    places.set(pointer, place);
  }
  return place;
}

export function declareNames(places: Places, pointer: string, ...names: readonly string[]): void {
  const place = at(places, pointer);
  place.declares = true;
  for (const name of names) place.names.add(name);
}

export function declareFixed(places: Places, pointer: string): void {
  at(places, pointer).fixed = true;
}

/** An error for each member no writer of the schema may put where it stands. */
export function rejectUndeclared(errors: Errors, pointer: string, value: unknown, places: Places): void {
  const place = places.get(pointer);
  if (place?.fixed) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      rejectUndeclared(errors, `${pointer}/${index}`, item, places);
    return;
  }
  const members = object(value);
  for (const name in members) {
    if (place?.declares && !place.names.has(name)) {
      const message = `must not have the member "${name}", which the schema does not declare`;
      errors.push({ pointer, keyword: "undeclared", message, params: { undeclaredProperty: name } });
    } else rejectUndeclared(errors, pointer + token(name), members[name], places);
  }
}
