import type { Dialect } from "../../model.ts";
import { type Keyword, keywordOf } from "../../schema/keywords.ts";
import { append } from "../../schema/pointer.ts";
import * as form from "./forms.ts";
import type { Rule } from "./rule.ts";

/** The form of each keyword that holds no subschema. Source: the meta-schemas of the five dialects. */
const forms: ReadonlyMap<string, form.Form> = new Map([
  ["$schema", form.text],
  ["id", form.text],
  ["$id", form.text],
  ["$ref", form.text],
  ["$anchor", form.matching("a plain name", /^[A-Za-z_][-A-Za-z0-9._]*$/)],
  ["$dynamicAnchor", form.matching("a plain name", /^[A-Za-z_][-A-Za-z0-9._]*$/)],
  ["$dynamicRef", form.text],
  ["$recursiveRef", form.matching('"#"', /^#$/)],
  ["$recursiveAnchor", form.flag],
  ["$vocabulary", form.flagMap],
  ["type", form.type],
  ["enum", form.someValues],
  ["const", form.anything],
  ["format", form.text],
  ["multipleOf", form.positive],
  ["maximum", form.number],
  ["exclusiveMaximum", form.number],
  ["minimum", form.number],
  ["exclusiveMinimum", form.number],
  ["maxLength", form.count],
  ["minLength", form.count],
  ["pattern", form.text],
  ["contentEncoding", form.text],
  ["contentMediaType", form.text],
  ["maxContains", form.count],
  ["minContains", form.count],
  ["maxItems", form.count],
  ["minItems", form.count],
  ["uniqueItems", form.flag],
  ["maxProperties", form.count],
  ["minProperties", form.count],
  ["required", form.names],
  ["dependentRequired", form.namesMap],
  ["title", form.text],
  ["description", form.text],
  ["default", form.anything],
  ["examples", form.list],
  ["readOnly", form.flag],
  ["writeOnly", form.flag],
  ["deprecated", form.flag],
  ["$comment", form.text],
  ["x-kinds", form.object],
  ["x-assigned-by", form.oneOf("agent", "copied", "platform")],
  ["x-redact", form.oneOf("immutable", "on-persist", "on-export", "prohibited")],
  ["x-since", form.count],
  ["x-sunset", form.matching("a date, YYYY-MM-DD", /^\d{4}-\d\d-\d\d$/)],
  ["x-storage", form.anything],
  ["x-invariants", form.list],
]);

const draft04: ReadonlyMap<string, form.Form> = new Map([
  ["exclusiveMaximum", form.flag],
  ["exclusiveMinimum", form.flag],
  ["required", form.someNames],
]);

/** The forms the keyword table already decides. */
const holding: Readonly<Record<Exclude<Keyword["holds"], "none">, form.Form>> = {
  schema: form.schema,
  schemas: form.schemas,
  schemaMap: form.schemaMap,
  schemaOrSchemas: form.schemaOrSchemas,
  schemaMapOrNames: form.schemaMapOrNames,
};

/** KEYWORD_VALUE_INVALID: libraries take the value of a keyword on trust, and print it into code. */
export const keywordValues: Rule = ({ schema, pointer, dialect }, _, report) => {
  for (const name of Object.keys(schema)) {
    const expected = formOf(name, dialect);
    if (expected === undefined || expected.fits(schema[name] ?? null)) continue;
    report({
      code: "KEYWORD_VALUE_INVALID",
      message: `"${name}" must be ${expected.name}`,
      pointer: append(pointer, name),
      hint: "mend the value, or remove the keyword",
    });
  }
};

/** The form of a keyword's value in a dialect; undefined where it is no keyword there. */
export function formOf(name: string, dialect: Dialect): form.Form | undefined {
  const keyword = keywordOf(name, dialect);
  if (keyword === undefined) return name.startsWith("x-") ? forms.get(name) : undefined;
  if (name === "items" && dialect === "2020-12") return form.schema;
  if (keyword.holds !== "none") return holding[keyword.holds];
  return (dialect === "draft-04" ? draft04.get(name) : undefined) ?? forms.get(name);
}
