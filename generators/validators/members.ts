import { append } from "../../src/schema/pointer.ts";
import { onlyReference } from "./expression.ts";
import { below, type Module, type Place } from "./module.ts";
import { js, memberOf } from "./quote.ts";
import { read, readArray, readObject, readStrings } from "./read.ts";

const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether every object answers to this name, so that only asking for an own member tells. */
export function isInherited(name: string): boolean {
  return inherited.has(name);
}

/** A name that `properties` or `required` lists. */
export interface Member {
  readonly name: string;
  readonly required: boolean;
  /** The place of its value; undefined where only `required` lists it. */
  readonly place: Place | undefined;
}

/** The names that a place lists, each once: those of `properties` first. */
export function membersOf(module: Module, place: Place): readonly Member[] {
  const known = module.members.get(place);
  if (known !== undefined) return known;
  const required = new Set(readStrings(place.located, "required"));
  const found: Member[] = [];
  for (const name of Object.keys(readObject(place.located, "properties") ?? {})) {
    const child = below(module, place, append("/properties", name));
    found.push({ name, required: required.delete(name), place: child });
  }
  for (const name of required) found.push({ name, required: true, place: undefined });
  module.members.set(place, found);
  return found;
}

/** Reads a member of an object that has been through `object`; undefined where it is absent. */
export function readMember(module: Module, object: string, name: string): string {
  return isInherited(name)
    ? `${module.runtime("object", "own")}(${object}, ${js(name)})`
    : memberOf(object, name);
}

/** Whether the guard of a place rejects `undefined` by itself, so that absence needs no test of its own. */
export function refusesAbsent(module: Module, place: Place): boolean {
  const target = onlyReference(module, place) ?? place;
  const { located } = target;
  if (located.schema === false) return true;
  if (["type", "const", "enum"].some((name) => read(located, name) !== undefined)) return true;
  const branches = [...(readArray(located, "anyOf") ?? []).keys()];
  return (
    branches.length > 0 &&
    branches.every((at) => refusesAbsent(module, below(module, target, `/anyOf/${at}`)))
  );
}
