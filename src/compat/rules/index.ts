import { alternativeAdded, alternativeRemoved } from "./alternatives.ts";
import { annotationChanged } from "./annotation.ts";
import { boundLoosened, boundTightened, multipleOfChanged } from "./bounds.ts";
import {
  additionalPropertiesClosed,
  additionalPropertiesOpened,
  closedBecameMap,
  mapBecameRecord,
  mapClosed,
  recordBecameMap,
} from "./content-model.ts";
import {
  constChanged,
  enumDropped,
  enumIntroduced,
  enumValueAddedToClosed,
  enumValueRemoved,
} from "./enum.ts";
import { kindAdded, kindRebound, kindRemoved } from "./kinds.ts";
import { enumClosed, enumOpened, enumValueAddedToOpen, enumValueRemovedFromOpen } from "./open-enum.ts";
import {
  propertyAddedOptional,
  propertyAddedToClosed,
  propertyRemoved,
  propertyRemovedFromClosed,
} from "./properties.ts";
import { redactionStrengthened, redactionWeakened } from "./redaction.ts";
import { propertyRenamed } from "./renamed.ts";
import {
  dependentRequiredAdded,
  dependentRequiredRemoved,
  requiredAdded,
  requiredRemoved,
} from "./required.ts";
import type { Rule } from "./rule.ts";
import {
  formatAdded,
  formatChanged,
  formatRemoved,
  patternAdded,
  patternChanged,
  patternRemoved,
} from "./text.ts";
import { typeChanged, typeNarrowed, typeWidened } from "./type.ts";
import { unclassified } from "./unclassified.ts";
import { uniqueItemsAdded, uniqueItemsRemoved } from "./unique-items.ts";

export type { Example as RuleExample, Rule } from "./rule.ts";

/** Every kind of change, in the order people are told of them at one place. */
export const rules: readonly Rule[] = [
  typeNarrowed,
  typeWidened,
  typeChanged,
  constChanged,
  enumValueAddedToClosed,
  enumValueRemoved,
  enumIntroduced,
  enumDropped,
  enumValueAddedToOpen,
  enumValueRemovedFromOpen,
  enumOpened,
  enumClosed,
  boundTightened,
  boundLoosened,
  multipleOfChanged,
  patternAdded,
  patternRemoved,
  patternChanged,
  formatAdded,
  formatRemoved,
  formatChanged,
  uniqueItemsAdded,
  uniqueItemsRemoved,
  requiredAdded,
  requiredRemoved,
  dependentRequiredAdded,
  dependentRequiredRemoved,
  propertyRenamed,
  propertyAddedOptional,
  propertyAddedToClosed,
  propertyRemoved,
  propertyRemovedFromClosed,
  mapClosed,
  closedBecameMap,
  additionalPropertiesClosed,
  additionalPropertiesOpened,
  mapBecameRecord,
  recordBecameMap,
  alternativeAdded,
  alternativeRemoved,
  kindAdded,
  kindRemoved,
  kindRebound,
  redactionWeakened,
  redactionStrengthened,
  annotationChanged,
  unclassified,
];
