import { arrayDeclarations } from "./declared/array.ts";
import { isFixed } from "./declared/call.ts";
import { objectDeclarations } from "./declared/object.ts";
import { samePlace } from "./declared/same-place.ts";
import type { Module, Place } from "./module.ts";
import { ofArrays, ofLogic, ofMembers, ofObjects, ofReferences, ofRest } from "./speaks.ts";

/**
 * The body of a function that notes in `d` who declares what below `p`, the instance `v` being accepted. Alternatives
 * have their say where they accept (architecture: content models).
 */
export function declarations(module: Module, place: Place): string {
  const { speaks } = place;
  const out = isFixed(place) ? [`${module.runtime("declared", "declareFixed")}(d, p);`] : [];
  if ((speaks & (ofMembers | ofObjects | ofRest)) !== 0) {
    const object = objectDeclarations(module, place);
    if (object.length > 0) {
      out.push(
        `const o = ${module.runtime("object", "object")}(v);`,
        "if (o !== undefined) {",
        ...object,
        "}",
      );
    }
  }
  if ((speaks & (ofArrays | ofRest)) !== 0) {
    const array = arrayDeclarations(module, place);
    if (array.length > 0) out.push("if (Array.isArray(v)) {", ...array, "}");
  }
  if ((speaks & (ofLogic | ofReferences | ofObjects)) !== 0) out.push(...samePlace(module, place));
  return out.join("\n");
}
