import { append } from "../../../src/schema/pointer.ts";
import type { Context } from "../context.ts";
import { isInherited, refusesAbsent } from "../members.ts";
import { below, type Place } from "../module.ts";
import { memberOf } from "../quote.ts";
import { readObject, readStrings } from "../read.ts";
import { isSimple, simpleExpression } from "../simple.ts";

/**
 * The test of a schema that only looks at members of an object in hand, as an expression: what `if` mostly holds.
 * Undefined where it says more.
 */
export function memberTests(context: Context, place: Place): string | undefined {
  const { module, object } = context;
  const types = place.types;
  if (object === undefined || (types !== undefined && !types.includes("object"))) return undefined;
  const said = place.said;
  if (!said.every((name) => name === "type" || name === "properties" || name === "required"))
    return undefined;
  const required = new Set(readStrings(place.located, "required"));
  const tests: string[] = [];
  for (const name of Object.keys(readObject(place.located, "properties") ?? {})) {
    const child = below(module, place, append("/properties", name));
    if (!isSimple(child) || isInherited(name)) return undefined;
    const member = memberOf(object, name);
    const test = simpleExpression(module, child, member);
    const present = required.delete(name);
    if (present && refusesAbsent(module, child)) tests.push(test);
    else if (test !== "true") tests.push(`(${member} === undefined || ${test})`);
    if (present && !refusesAbsent(module, child)) tests.push(`${member} !== undefined`);
  }
  for (const name of required) {
    if (isInherited(name)) return undefined;
    tests.push(`${memberOf(object, name)} !== undefined`);
  }
  return tests.join(" && ") || "true";
}
