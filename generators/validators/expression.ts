import { contributes } from "./evaluated.ts";
import type { Module, Place } from "./module.ts";
import { importOf, targetOf } from "./references.ts";
import { isSimple, simpleExpression } from "./simple.ts";

/** Longer than this, a test becomes a function of its own. */
const inlineLimit = 200;

/** A JavaScript expression of type boolean: whether a place accepts the value. */
export function acceptance(module: Module, place: Place, value: string): string {
  const imported = importOf(module, place);
  if (imported !== undefined) return `${module.imports(imported.from, imported.guard)}(${value})`;
  if (isSimple(place)) {
    const inline = simpleExpression(module, place, value);
    if (inline.length < inlineLimit) return inline;
  }
  const through = onlyReference(module, place);
  if (through !== undefined) return acceptance(module, through, value);
  return `${module.functionFor("guard", place)}(${value})`;
}

/** The same, which also adds to the set in `evaluated` where the place accepts. */
export function acceptanceNoting(module: Module, place: Place, value: string, evaluated: string): string {
  if (!contributes(module, place)) return acceptance(module, place, value);
  const track = module.runtime("track", "track");
  return `${track}(${module.functionFor("track", place)}, ${value}, ${evaluated})`;
}

/** Where a place says nothing but `$ref`, what it refers to. */
export function onlyReference(module: Module, place: Place): Place | undefined {
  const { said } = place;
  return said.length === 1 && said[0] === "$ref" ? targetOf(module, place, "$ref") : undefined;
}
