import type { Dialect } from "../model.ts";

/** What a keyword's value holds, as far as walking is concerned. */
export type Holds =
  | "schema" // one subschema
  | "schemas" // an array of subschemas
  | "schemaMap" // an object whose values are subschemas
  | "schemaOrSchemas" // `items` before 2020-12
  | "schemaMapOrNames" // `dependencies`: subschemas or arrays of names
  | "none";

export type Role =
  | "assertion" // decides about the instance itself
  | "applicator" // applies subschemas
  | "identifier" // names or points to a schema
  | "reserve" // holds schemas for reference, applies none
  | "annotation"; // says, never decides

export interface Keyword {
  readonly name: string;
  readonly role: Role;
  readonly holds: Holds;
  /** The instance type the keyword speaks of; undefined where it speaks of all. */
  readonly type?: "number" | "string" | "array" | "object";
  readonly from: Dialect;
  readonly until?: Dialect;
}

const order: readonly Dialect[] = ["draft-04", "draft-06", "draft-07", "2019-09", "2020-12"];

function row(
  name: string,
  role: Role,
  holds: Holds,
  type: Keyword["type"],
  from: Dialect = "draft-04",
  until?: Dialect,
): Keyword {
  return { name, role, holds, from, ...(type && { type }), ...(until && { until }) };
}

/** Every keyword of the five dialects, once. The only place that knows which keywords hold subschemas. */
export const keywords: readonly Keyword[] = [
  row("$schema", "identifier", "none", undefined),
  row("id", "identifier", "none", undefined, "draft-04", "draft-04"),
  row("$id", "identifier", "none", undefined, "draft-06"),
  row("$ref", "applicator", "none", undefined),
  row("$anchor", "identifier", "none", undefined, "2019-09"),
  row("$recursiveAnchor", "identifier", "none", undefined, "2019-09", "2019-09"),
  row("$recursiveRef", "applicator", "none", undefined, "2019-09", "2019-09"),
  row("$dynamicAnchor", "identifier", "none", undefined, "2020-12"),
  row("$dynamicRef", "applicator", "none", undefined, "2020-12"),
  row("$vocabulary", "identifier", "none", undefined, "2019-09"),
  row("definitions", "reserve", "schemaMap", undefined),
  row("$defs", "reserve", "schemaMap", undefined, "2019-09"),

  row("allOf", "applicator", "schemas", undefined),
  row("anyOf", "applicator", "schemas", undefined),
  row("oneOf", "applicator", "schemas", undefined),
  row("not", "applicator", "schema", undefined),
  row("if", "applicator", "schema", undefined, "draft-07"),
  row("then", "applicator", "schema", undefined, "draft-07"),
  row("else", "applicator", "schema", undefined, "draft-07"),
  row("type", "assertion", "none", undefined),
  row("enum", "assertion", "none", undefined),
  // Drafts name it from 06 on; validators of draft-04 in the field, ajv-draft-04 among them, honour it too.
  row("const", "assertion", "none", undefined),
  row("format", "assertion", "none", undefined),

  row("multipleOf", "assertion", "none", "number"),
  row("maximum", "assertion", "none", "number"),
  row("exclusiveMaximum", "assertion", "none", "number"),
  row("minimum", "assertion", "none", "number"),
  row("exclusiveMinimum", "assertion", "none", "number"),

  row("maxLength", "assertion", "none", "string"),
  row("minLength", "assertion", "none", "string"),
  row("pattern", "assertion", "none", "string"),
  row("contentEncoding", "annotation", "none", "string", "draft-07"),
  row("contentMediaType", "annotation", "none", "string", "draft-07"),
  row("contentSchema", "annotation", "schema", "string", "2019-09"),

  row("prefixItems", "applicator", "schemas", "array", "2020-12"),
  row("items", "applicator", "schemaOrSchemas", "array"),
  row("additionalItems", "applicator", "schema", "array", "draft-04", "2019-09"),
  row("contains", "applicator", "schema", "array", "draft-06"),
  row("maxContains", "assertion", "none", "array", "2019-09"),
  row("minContains", "assertion", "none", "array", "2019-09"),
  row("maxItems", "assertion", "none", "array"),
  row("minItems", "assertion", "none", "array"),
  row("uniqueItems", "assertion", "none", "array"),
  row("unevaluatedItems", "applicator", "schema", "array", "2019-09"),

  row("properties", "applicator", "schemaMap", "object"),
  row("patternProperties", "applicator", "schemaMap", "object"),
  row("additionalProperties", "applicator", "schema", "object"),
  row("propertyNames", "applicator", "schema", "object", "draft-06"),
  row("maxProperties", "assertion", "none", "object"),
  row("minProperties", "assertion", "none", "object"),
  row("required", "assertion", "none", "object"),
  row("dependentRequired", "assertion", "none", "object", "2019-09"),
  row("dependentSchemas", "applicator", "schemaMap", "object", "2019-09"),
  // Official validators keep honouring it after 2019-09 split it in two; so does Ajv.
  row("dependencies", "applicator", "schemaMapOrNames", "object"),
  row("unevaluatedProperties", "applicator", "schema", "object", "2019-09"),

  row("title", "annotation", "none", undefined),
  row("description", "annotation", "none", undefined),
  row("default", "annotation", "none", undefined),
  row("examples", "annotation", "none", undefined, "draft-06"),
  row("readOnly", "annotation", "none", undefined, "draft-07"),
  row("writeOnly", "annotation", "none", undefined, "draft-07"),
  row("deprecated", "annotation", "none", undefined, "2019-09"),
  row("$comment", "annotation", "none", undefined, "draft-07"),
];

function tableOf(dialect: Dialect): ReadonlyMap<string, Keyword> {
  const at = order.indexOf(dialect);
  const held = keywords.filter(
    ({ from, until }) => at >= order.indexOf(from) && (until === undefined || at <= order.indexOf(until)),
  );
  return new Map(held.map((keyword) => [keyword.name, keyword]));
}

const tables: Readonly<Record<Dialect, ReadonlyMap<string, Keyword>>> = {
  "draft-04": tableOf("draft-04"),
  "draft-06": tableOf("draft-06"),
  "draft-07": tableOf("draft-07"),
  "2019-09": tableOf("2019-09"),
  "2020-12": tableOf("2020-12"),
};

/** The keywords of a dialect by name. */
export function keywordsOf(dialect: Dialect): ReadonlyMap<string, Keyword> {
  return tables[dialect];
}

/** The keyword of that name in a dialect; undefined where the dialect has none. */
export function keywordOf(name: string, dialect: Dialect): Keyword | undefined {
  return tables[dialect].get(name);
}

/** The keywords that apply a subschema to the same value; all others descend into a member or an item. */
export const inPlace: ReadonlySet<string> = new Set([
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "dependentSchemas",
  "dependencies",
]);

/** The annotations of ours; a closed list (design: annotations of ours). */
export const ownAnnotations = [
  "x-kinds",
  "x-assigned-by",
  "x-redact",
  "x-since",
  "x-sunset",
  "x-storage",
  "x-invariants",
] as const;
