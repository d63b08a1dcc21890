import { constant, enumeration, type } from "./keywords/any.ts";
import {
  additionalItems,
  contains,
  items,
  maxItems,
  minItems,
  prefixItems,
  uniqueItems,
} from "./keywords/array.ts";
import { dependencies } from "./keywords/dependencies.ts";
import { allOf, anyOf, condition, not, oneOf } from "./keywords/logic.ts";
import { exclusiveMaximum, exclusiveMinimum, maximum, minimum, multipleOf } from "./keywords/number.ts";
import {
  additionalProperties,
  maxProperties,
  minProperties,
  patternProperties,
  properties,
  propertyNames,
  required,
} from "./keywords/object.ts";
import { dynamicRef, recursiveRef, ref } from "./keywords/refs.ts";
import { format, maxLength, minLength, pattern } from "./keywords/string.ts";
import { unevaluatedItems, unevaluatedProperties } from "./keywords/unevaluated.ts";
import type { Compile } from "./node.ts";

/** Every keyword that decides, in the order they run: the cheap ones first. */
export const compilers: ReadonlyMap<string, Compile> = new Map([
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
  ["format", format],
  ["pattern", pattern],

  ["minItems", minItems],
  ["maxItems", maxItems],
  ["minProperties", minProperties],
  ["maxProperties", maxProperties],
  ["required", required],
  ["dependentRequired", dependencies],

  ["properties", properties],
  ["patternProperties", patternProperties],
  ["additionalProperties", additionalProperties],
  ["propertyNames", propertyNames],
  ["prefixItems", prefixItems],
  ["items", items],
  ["additionalItems", additionalItems],
  ["contains", contains],
  ["uniqueItems", uniqueItems],

  ["$ref", ref],
  ["$recursiveRef", recursiveRef],
  ["$dynamicRef", dynamicRef],
  ["allOf", allOf],
  ["not", not],
  ["if", condition],
  ["anyOf", anyOf],
  ["oneOf", oneOf],
  ["dependentSchemas", dependencies],
  ["dependencies", dependencies],
]);

/** Those that read what the others noted. */
export const lateCompilers: ReadonlyMap<string, Compile> = new Map([
  ["unevaluatedProperties", unevaluatedProperties],
  ["unevaluatedItems", unevaluatedItems],
]);
