import { patternOf } from "../../evaluate/index.ts";
import { isArray, isObject, own } from "../../schema/json.ts";
import type { Located } from "../../schema/resources.ts";
import { oncePer } from "./once-per.ts";
import { held, type Place, type Spoken, spoken } from "./place.ts";

/** `closed`: readers reject what is not declared. `map`: writers may put anything there. Else a record. */
export type ContentModel = "record" | "map" | "closed";

export const contentModel = oncePer((place: Place): ContentModel => {
  const extras = [...spoken(place, "additionalProperties"), ...spoken(place, "unevaluatedProperties")];
  if (extras.some(({ value }) => value === false)) return "closed";
  if (extras.length > 0) return "map";
  const patterns = spoken(place, "patternProperties").some(
    ({ value }) => isObject(value) && Object.keys(value).length > 0,
  );
  return patterns || namedMembers(place).size > 0 ? "record" : "map";
});

/** Members named by `properties`, `required`, `dependentRequired`, each with the pointer that names it first. */
export const namedMembers = oncePer((place: Place): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  const add = (name: unknown, pointer: string) => {
    if (typeof name === "string" && !names.has(name)) names.set(name, pointer);
  };
  for (const each of spoken(place, "properties")) {
    if (!isObject(each.value)) continue;
    for (const name of Object.keys(each.value))
      add(name, held(place, each, "properties", name)[0]?.pointer ?? each.pointer);
  }
  for (const { value, pointer } of spoken(place, "required")) {
    if (isArray(value)) for (const name of value) add(name, pointer);
  }
  for (const keyword of ["dependentRequired", "dependencies"]) {
    for (const { value, pointer } of spoken(place, keyword)) {
      if (!isObject(value)) continue;
      for (const [trigger, list] of Object.entries(value)) {
        if (isArray(list)) for (const name of [trigger, ...list]) add(name, pointer);
      }
    }
  }
  return names;
});

/** Names in `required`, each with the pointer to the keyword. */
export const requiredMembers = oncePer((place: Place): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const { value, pointer } of spoken(place, "required")) {
    if (!isArray(value)) continue;
    for (const name of value) if (typeof name === "string") names.set(name, pointer);
  }
  return names;
});

/** The schemas that apply to the value of a member. */
export function memberSchemas(place: Place, name: string): readonly Located[] {
  const direct = spoken(place, "properties").flatMap((each) =>
    isObject(each.value) && Object.hasOwn(each.value, name) ? held(place, each, "properties", name) : [],
  );
  const matched = spoken(place, "patternProperties").flatMap((each) =>
    matching(each, name).flatMap((source) => held(place, each, "patternProperties", source)),
  );
  const rest = spoken(place, "additionalProperties").flatMap((each) =>
    covers(each, name) ? [] : held(place, each, "additionalProperties"),
  );
  const known = [...direct, ...matched, ...rest];
  if (known.length > 0) return known;
  return spoken(place, "unevaluatedProperties").flatMap((each) => held(place, each, "unevaluatedProperties"));
}

/** The schemas that apply to a member nobody names. */
export function restSchemas(place: Place): readonly Located[] {
  return ["additionalProperties", "unevaluatedProperties"].flatMap((keyword) =>
    spoken(place, keyword).flatMap((each) => held(place, each, keyword)),
  );
}

/** Whether a writer may put the member there: somebody declares it, or the place is a map. */
export function isDeclared(place: Place, name: string): boolean {
  if (contentModel(place) === "map") return true;
  const named =
    namedMembers(place).has(name) ||
    spoken(place, "patternProperties").some((each) => matching(each, name).length > 0);
  return named && !memberSchemas(place, name).some(({ schema }) => schema === false);
}

function matching({ value }: Spoken, name: string): readonly string[] {
  return isObject(value) ? Object.keys(value).filter((source) => patternOf(source).test(name)) : [];
}

/** Whether `properties` or `patternProperties` of the same schema speak of the name. */
function covers({ part }: Spoken, name: string): boolean {
  const { schema } = part.located;
  if (!isObject(schema)) return false;
  const listed = own(schema, "properties");
  const patterns = own(schema, "patternProperties");
  return (
    (isObject(listed) && Object.hasOwn(listed, name)) ||
    (isObject(patterns) && Object.keys(patterns).some((source) => patternOf(source).test(name)))
  );
}
