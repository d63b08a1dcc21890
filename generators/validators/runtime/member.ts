import { object } from "./object.ts";

/** The value below a value, by own members; undefined where there is none. */
export function memberAt(value: unknown, ...names: readonly string[]): unknown {
  let found = value;
  for (const name of names) {
    const members = object(found);
    found = members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
  }
  return found;
}
