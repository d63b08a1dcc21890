import type { Json } from "../../model.ts";
import { itemSchemas, tupleLength } from "../changes/items.ts";
import { type Place, placeOf, spoken } from "../changes/place.ts";
import type { Below, Two } from "./two.ts";

/** Short lists, with each item and of each length around a bound. */
export function arrays(two: Two, below: Below): readonly Json[] {
  const item = (index: number): readonly Json[] => {
    const at = (place: Place) => placeOf(place.index, itemSchemas(place, index));
    return below({ ...two, writer: at(two.writer), reader: at(two.reader) });
  };
  const heads = Array.from(
    { length: Math.min(8, tupleLength(two.writer)) },
    (_, index) => item(index)[0] ?? null,
  );
  const rest = item(Number.POSITIVE_INFINITY);
  const [first = null, second = null] = rest;
  const found: Json[] = [[], heads, [...heads, first], [...heads, first, first], [...heads, first, second]];
  for (const value of rest) found.push([...heads, value]);
  for (const keyword of ["minItems", "maxItems"]) {
    for (const { value } of [...spoken(two.writer, keyword), ...spoken(two.reader, keyword)]) {
      if (typeof value !== "number" || value > 50) continue;
      for (const length of [value - 1, value, value + 1]) {
        if (length >= 0)
          found.push(Array.from({ length }, (_, index) => rest[index % Math.max(1, rest.length)] ?? null));
      }
    }
  }
  return found;
}
