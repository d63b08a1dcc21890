import type { Json, JsonObject } from "../../../model.ts";
import type { Evaluated } from "../evaluated.ts";
import type { Literal } from "../formula.ts";
import type { Site } from "../translate.ts";
import { constant, enumeration, type } from "./any.ts";
import { contains, items, maxItems, minItems, prefixItems, uniqueItems } from "./array.ts";
import { allOf, anyOf, condition, not, oneOf, reference } from "./logic.ts";
import { exclusiveMaximum, exclusiveMinimum, maximum, minimum, multipleOf } from "./number.ts";
import { dependencies, maxProperties, members, minProperties, propertyNames, required } from "./object.ts";
import { format, maxLength, minLength, pattern } from "./string.ts";
import { unevaluatedItems, unevaluatedProperties } from "./unevaluated.ts";

/** What one keyword says. */
export interface Said {
  readonly literal: Literal;
  readonly evaluated?: Evaluated;
}

/** `before` is what the keywords above it in the table left evaluated. */
export type Translator = (value: Json, site: Site, schema: JsonObject, before: readonly Evaluated[]) => Said;

/** Every keyword that decides; `unevaluated*` come last, they read what the others evaluate. */
export const translators: ReadonlyMap<string, Translator> = new Map<string, Translator>([
  ["type", type],
  ["const", constant],
  ["enum", enumeration],

  ["minimum", minimum],
  ["exclusiveMinimum", exclusiveMinimum],
  ["maximum", maximum],
  ["exclusiveMaximum", exclusiveMaximum],
  ["multipleOf", multipleOf],

  ["minLength", minLength],
  ["maxLength", maxLength],
  ["pattern", pattern],
  ["format", format],

  ["minItems", minItems],
  ["maxItems", maxItems],
  ["uniqueItems", uniqueItems],
  ["prefixItems", prefixItems],
  ["items", items],
  ["additionalItems", items.additional],
  ["contains", contains],

  ["minProperties", minProperties],
  ["maxProperties", maxProperties],
  ["required", required],
  ["properties", members.properties],
  ["patternProperties", members.patternProperties],
  ["additionalProperties", members.additionalProperties],
  ["propertyNames", propertyNames],
  ["dependentRequired", dependencies("dependentRequired")],
  ["dependentSchemas", dependencies("dependentSchemas")],
  ["dependencies", dependencies("dependencies")],

  ["$ref", reference("$ref")],
  ["$recursiveRef", reference("$recursiveRef")],
  ["$dynamicRef", reference("$dynamicRef")],
  ["allOf", allOf],
  ["anyOf", anyOf],
  ["oneOf", oneOf],
  ["not", not],
  ["if", condition],

  ["unevaluatedProperties", unevaluatedProperties],
  ["unevaluatedItems", unevaluatedItems],
]);
