import { onlyReference } from "../expression.ts";
import { membersOf } from "../members.ts";
import type { Module, Place } from "../module.ts";
import { importOf } from "../references.ts";
import { isSimple } from "../simple.ts";
import { ofMembers, ofType, ofValues } from "../speaks.ts";

/** A call for what a place declares of a value at a pointer; empty where it declares nothing. */
export function call(module: Module, place: Place, value: string, pointer: string): string {
  if (isSilent(module, place)) return "";
  const imported = importOf(module, place);
  if (imported !== undefined)
    return `${module.imports(imported.from, imported.declare)}(${value}, ${pointer}, d);`;
  const through = onlyReference(module, place);
  if (through !== undefined) return call(module, through, value, pointer);
  return `${module.functionFor("declare", place)}(${value}, ${pointer}, d);`;
}

/** Whether a place declares nothing at all: no values, no members, and nothing below. */
export function isSilent(module: Module, place: Place): boolean {
  if (isSimple(place)) return !isFixed(place);
  return (place.speaks & ~(ofType | ofMembers)) === 0 && membersOf(module, place).length === 0;
}

/** Whether the values a place accepts are written out in it. */
export function isFixed({ speaks }: Place): boolean {
  return (speaks & ofValues) !== 0;
}
