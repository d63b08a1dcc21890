import { isArray } from "../../schema/json.ts";
import type { Located } from "../../schema/resources.ts";
import { held, type Place, spoken } from "./place.ts";

/** How many leading positions have schemas of their own. */
export function tupleLength(place: Place): number {
  const lists = [...spoken(place, "prefixItems"), ...spoken(place, "items")];
  return Math.max(0, ...lists.map(({ value }) => (isArray(value) ? value.length : 0)));
}

/** The schemas that apply to the item at a position; Infinity asks for those after every tuple. */
export function itemSchemas(place: Place, index: number): readonly Located[] {
  const schemas: Located[] = [];
  for (const keyword of ["prefixItems", "items"]) {
    for (const each of spoken(place, keyword)) {
      if (isArray(each.value)) {
        if (index < each.value.length) schemas.push(...held(place, each, keyword, index));
      } else if (index >= prefixBeside(place, each.part.located)) schemas.push(...held(place, each, keyword));
    }
  }
  for (const each of spoken(place, "additionalItems")) {
    const list = spoken(place, "items").find(({ part }) => part === each.part)?.value;
    if (isArray(list) && index >= list.length) schemas.push(...held(place, each, "additionalItems"));
  }
  return schemas;
}

function prefixBeside(place: Place, located: Located): number {
  const list = spoken(place, "prefixItems").find(({ part }) => part.located === located)?.value;
  return isArray(list) ? list.length : 0;
}
