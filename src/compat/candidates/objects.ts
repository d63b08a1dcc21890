import type { Json, JsonObject } from "../../model.ts";
import {
  contentModel,
  isDeclared,
  memberSchemas,
  namedMembers,
  requiredMembers,
} from "../changes/members.ts";
import { type Place, placeOf } from "../changes/place.ts";
import type { Below, Two } from "./two.ts";

/** The least object, the fullest, and the least with each member in each of its values. */
export function objects(two: Two, below: Below, limit: number): readonly Json[] {
  const { writer, reader, judge } = two;
  const names = [...namedMembers(writer).keys()].filter((name) => isDeclared(writer, name));
  const required = requiredMembers(writer);
  const member = (name: string): readonly Json[] =>
    below({ writer: memberPlace(writer, name), reader: memberPlace(reader, name), judge });
  const choices = new Map(names.map((name) => [name, member(name)]));
  const least = Object.fromEntries(
    [...required.keys()].map((name) => [name, choices.get(name)?.[0] ?? null]),
  );
  const full = Object.fromEntries([...choices].map(([name, [first]]) => [name, first ?? null]));
  const found: Json[] = [least, full];
  for (const [name, options] of choices) {
    for (const value of options.slice(0, limit)) found.push(set(least, name, value));
  }
  const [some] = names;
  if (contentModel(writer) === "map") {
    for (const name of [...namedMembers(reader).keys(), some === "a" ? "b" : "a"]) {
      for (const value of member(name)) found.push(set(least, name, value));
    }
  }
  return found;
}

function memberPlace(place: Place, name: string): Place {
  return placeOf(place.index, memberSchemas(place, name));
}

function set(object: JsonObject, name: string, value: Json): Json {
  return Object.fromEntries(new Map([...Object.entries(object), [name, value]]));
}
