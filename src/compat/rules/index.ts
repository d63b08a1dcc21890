import {
  alternativeAdded,
  alternativeRemoved,
  alternativesAdded,
  alternativesChanged,
  alternativesRemoved,
} from "./alternatives.ts";
import { annotationChanged } from "./annotation.ts";
import { boundLoosened, boundTightened, multipleOfChanged } from "./bounds.ts";
import { conditionAdded, conditionChanged, conditionRemoved } from "./conditions.ts";
import { containsAdded, containsChanged, containsRemoved } from "./contains.ts";
import {
  additionalPropertiesClosed,
  additionalPropertiesOpened,
  closedBecameMap,
  mapBecameRecord,
  mapClosed,
  recordBecameMap,
} from "./content-model.ts";
import { dependentSchemaAdded, dependentSchemaChanged, dependentSchemaRemoved } from "./dependent-schemas.ts";
import { dialectChanged } from "./dialect.ts";
import {
  constChanged,
  enumDropped,
  enumIntroduced,
  enumValueAddedToClosed,
  enumValueRemoved,
} from "./enum.ts";
import { kindAdded, kindRebound, kindRemoved } from "./kinds.ts";
import { notAdded, notChanged, notRemoved } from "./not.ts";
import { enumClosed, enumOpened, enumValueAddedToOpen, enumValueRemovedFromOpen } from "./open-enum.ts";
import { patternPropertiesAdded, patternPropertiesRemoved } from "./pattern-properties.ts";
import {
  propertyAddedOptional,
  propertyAddedToClosed,
  propertyRemoved,
  propertyRemovedFromClosed,
} from "./properties.ts";
import { propertyNamesAdded, propertyNamesChanged, propertyNamesRemoved } from "./property-names.ts";
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

export type { Example as RuleExample, Mended, Rule } from "./rule.ts";

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
  patternPropertiesAdded,
  patternPropertiesRemoved,
  propertyNamesAdded,
  propertyNamesRemoved,
  propertyNamesChanged,
  containsAdded,
  containsRemoved,
  containsChanged,
  dependentSchemaAdded,
  dependentSchemaRemoved,
  dependentSchemaChanged,
  conditionAdded,
  conditionRemoved,
  conditionChanged,
  notAdded,
  notRemoved,
  notChanged,
  alternativeAdded,
  alternativeRemoved,
  alternativesAdded,
  alternativesRemoved,
  alternativesChanged,
  kindAdded,
  kindRemoved,
  kindRebound,
  redactionWeakened,
  redactionStrengthened,
  annotationChanged,
  dialectChanged,
  unclassified,
];
