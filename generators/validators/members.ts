import { below, type Module, type Place } from "./module.ts";
import { js, memberOf } from "./quote.ts";
import { read, readArray } from "./read.ts";
import { onlyReference } from "./expression.ts";

const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether every object answers to this name, so that only asking for an own member tells. */
export function isInherited(name: string): boolean {
  return inherited.has(name);
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
