import type { Dialect } from "../../model.ts";
import { own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import { isSubjectUrn } from "../names.ts";
import { quote } from "../quote.ts";
import type { Rule } from "./rule.ts";

/** The keywords of a dialect that refer to a schema. */
export function referenceKeywords(dialect: Dialect): readonly string[] {
  return byDialect[dialect];
}

const byDialect: Readonly<Record<Dialect, readonly string[]>> = {
  "draft-04": ["$ref"],
  "draft-06": ["$ref"],
  "draft-07": ["$ref"],
  "2019-09": ["$ref", "$recursiveRef"],
  "2020-12": ["$ref", "$dynamicRef"],
};

/**
 * REFERENCE_FOREIGN and REFERENCE_UNRESOLVED: a reference is a place in the same file or a subject of the registry;
 * never a path or a URL, which a library would open.
 */
export const references: Rule = (place, { index, places }, report) => {
  for (const keyword of referenceKeywords(place.dialect)) {
    const ref = own(place.schema, keyword);
    if (typeof ref !== "string" || (isSubjectUrn(ref) && keyword === "$ref")) continue;
    const pointer = append(place.pointer, keyword);
    if (!ref.startsWith("#")) {
      report({
        code: "REFERENCE_FOREIGN",
        message: `${quote(ref)} refers out of the registry`,
        pointer,
        hint: "refer to #... in this file, or to urn:waybill:<namespace>:<Subject>",
      });
      continue;
    }
    const target = index.resolve(ref, place);
    if (target !== undefined && places.has(target.pointer)) continue;
    report({
      code: "REFERENCE_UNRESOLVED",
      message: `${quote(ref)} points to no schema of this file`,
      pointer,
      hint: "point to a schema under $defs or properties, with ~1 for / and ~0 for ~",
    });
  }
};
