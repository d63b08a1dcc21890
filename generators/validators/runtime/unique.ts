import { equal } from "./equal.ts";
import { object } from "./object.ts";

/** Up to this many items are compared pair by pair, without taking memory. */
const few = 8;

/** The position of the first item that equals one before it; 0 where all differ. */
export function duplicate(items: readonly unknown[]): number {
  if (items.length > few) return duplicateOfMany(items);
  for (let at = 1; at < items.length; at++) {
    for (let before = 0; before < at; before++) if (equal(items[at], items[before])) return at;
  }
  return 0;
}

function duplicateOfMany(items: readonly unknown[]): number {
  const seen = new Set<unknown>();
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    const key =
      typeof item === "object" && item !== null ? spell(item) : typeof item === "string" ? `"${item}` : item;
    if (seen.has(key)) return at;
    seen.add(key);
  }
  return 0;
}

/** One text for all equal values. */
function spell(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spell).join()}]`;
  const members = object(value);
  // Negative zero is zero.
  if (members === undefined) return JSON.stringify(value === 0 ? 0 : value) ?? "";
  const names = Object.keys(members).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${spell(members[name])}`).join()}}`;
}
