import type { Dialect, SourceDocument } from "../../model.ts";
import { isSchema } from "../../schema/children.ts";
import { indexSchema } from "../../schema/resources.ts";
import { identifiers } from "./identifiers.ts";
import { keywordValues } from "./keyword-values.ts";
import { knownKeywords } from "./known-keywords.ts";
import { memberNames } from "./member-names.ts";
import { referenceCycles } from "./reference-cycles.ts";
import { references } from "./references.ts";
import { type Gate, type Issue, isPlace, type Rule } from "./rule.ts";
import { validPatterns } from "./valid-patterns.ts";

/** What every subschema of a registry is held against. */
export const rules: readonly Rule[] = [
  knownKeywords,
  keywordValues,
  validPatterns,
  memberNames,
  identifiers,
  references,
];

/** Nobody reads more, and each costs its line and column. */
const mostIssues = 100;

/**
 * What a registry does not take in a schema that was read with the registry profile: the first hundred problems, in
 * the order of the file. `dialect` is for schemas that declare none.
 */
export function gateSchema(document: SourceDocument, dialect?: Dialect): readonly Issue[] {
  const schema = document.value;
  if (!isSchema(schema)) {
    const hint = 'begin with {"$schema": "https://json-schema.org/draft/2020-12/schema"}';
    return [{ code: "SCHEMA_EXPECTED", message: "a schema is an object or a boolean", pointer: "", hint }];
  }
  const index = indexSchema(schema, { dialect });
  const places = index.places();
  const gate: Gate = { index, places };
  const issues: Issue[] = [];
  const report = (issue: Issue) => void issues.push(issue);
  for (const place of places.values()) {
    if (!isPlace(place)) continue;
    for (const rule of rules) rule(place, gate, report);
    if (issues.length >= mostIssues) return issues.slice(0, mostIssues);
  }
  referenceCycles(gate, report);
  return issues.slice(0, mostIssues);
}
