import { keywords } from "../../src/schema/keywords.ts";

/** Groups of keywords, as bits: most places speak of one or two, and nobody need look for the others. */
export const ofValues = 1;
export const ofStrings = 2;
export const ofNumbers = 4;
export const ofArrays = 8;
export const ofObjects = 16;
export const ofLogic = 32;
export const ofReferences = 64;
/** `unevaluated*` */
export const ofRest = 128;
export const ofType = 256;
/** `properties` and `required`; the other keywords of objects are `ofObjects`. */
export const ofMembers = 512;

const byType = { string: ofStrings, number: ofNumbers, array: ofArrays, object: ofObjects } as const;
const byName: Readonly<Record<string, number>> = {
  type: ofType,
  const: ofValues,
  enum: ofValues,
  format: ofStrings,
  properties: ofMembers,
  required: ofMembers,
  $ref: ofReferences,
  $dynamicRef: ofReferences,
  $recursiveRef: ofReferences,
  unevaluatedItems: ofRest,
  unevaluatedProperties: ofRest,
};

/** The groups by the keywords that decide something. */
export const speaks: ReadonlyMap<string, number> = new Map(
  keywords
    .filter(({ role }) => role === "assertion" || role === "applicator")
    .map(({ name, type }) => [name, byName[name] ?? (type === undefined ? ofLogic : byType[type])]),
);
