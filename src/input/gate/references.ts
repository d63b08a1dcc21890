import type { Dialect } from "../../model.ts";
import { own } from "../../schema/json.ts";
import { keywordOf } from "../../schema/keywords.ts";
import { append } from "../../schema/pointer.ts";
import { isSubjectUrn } from "../names.ts";
import { quote } from "../quote.ts";
import type { Issue, Rule } from "./rule.ts";

/** The keywords of a dialect that refer to a schema. */
export function referenceKeywords(dialect: Dialect): readonly string[] {
  return ["$ref", "$dynamicRef", "$recursiveRef"].filter((name) => keywordOf(name, dialect) !== undefined);
}

/**
 * REFERENCE_FOREIGN and REFERENCE_UNRESOLVED: a reference is a place in the same file or a subject of the registry;
 * never a path or a URL, which a library would open.
 */
export const references: Rule = function* (place, { index, pointers }): Iterable<Issue> {
  for (const keyword of referenceKeywords(place.dialect)) {
    const ref = own(place.schema, keyword);
    if (typeof ref !== "string" || (isSubjectUrn(ref) && keyword === "$ref")) continue;
    const pointer = append(place.pointer, keyword);
    if (!ref.startsWith("#")) {
      yield {
        code: "REFERENCE_FOREIGN",
        message: `${quote(ref)} refers out of the registry`,
        pointer,
        hint: "refer to #... in this file, or to urn:waybill:<namespace>:<Subject>",
      };
      continue;
    }
    const target = index.resolve(ref, place);
    if (target !== undefined && pointers.has(target.pointer)) continue;
    yield {
      code: "REFERENCE_UNRESOLVED",
      message: `${quote(ref)} points to no schema of this file`,
      pointer,
      hint: "point to a schema under $defs or properties, with ~1 for / and ~0 for ~",
    };
  }
};
