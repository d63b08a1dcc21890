/** What the reference validator reports, as far as messages need it. */
export interface Report {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The keyword's value. */
  readonly schema?: unknown;
}

type Say = (params: Readonly<Record<string, unknown>>, schema: unknown) => string;

const undeclared: Say = (params) =>
  `member ${quote(params.additionalProperty ?? params.unevaluatedProperty)} is not declared`;
const dependent: Say = (params) =>
  `member ${quote(params.missingProperty)} is missing, which ${quote(params.property)} requires`;
const tooMany: Say = (params) => `must have at most ${count(params.limit ?? params.len, "item")}`;

/** One row per keyword: what went wrong, in plain words, without values of the instance (so that equal errors group). */
const sentences: ReadonlyMap<string, Say> = new Map<string, Say>([
  ["type", (params) => `must be ${typeWords(params.type)}`],
  ["required", (params) => `member ${quote(params.missingProperty)} is missing`],
  ["dependentRequired", dependent],
  ["dependencies", dependent],
  ["additionalProperties", undeclared],
  ["unevaluatedProperties", undeclared],
  ["propertyNames", (params) => `member name ${quote(params.propertyName)} is not allowed`],
  ["minProperties", (params) => `must have at least ${count(params.limit, "member")}`],
  ["maxProperties", (params) => `must have at most ${count(params.limit, "member")}`],
  ["enum", (params) => `must be ${alternatives(params.allowedValues)}`],
  ["const", (params) => `must be ${quote(params.allowedValue)}`],
  ["pattern", (params) => `must match the pattern ${String(params.pattern)}`],
  ["format", (params) => `is not a valid ${String(params.format)}`],
  [
    "minLength",
    (params) =>
      params.limit === 1 ? "must not be empty" : `must have at least ${count(params.limit, "character")}`,
  ],
  ["maxLength", (params) => `must have at most ${count(params.limit, "character")}`],
  // In draft-04 a boolean beside them excludes the limit.
  [
    "minimum",
    (params) => `must be ${params.comparison === ">" ? "more than" : "at least"} ${String(params.limit)}`,
  ],
  [
    "maximum",
    (params) => `must be ${params.comparison === "<" ? "less than" : "at most"} ${String(params.limit)}`,
  ],
  ["exclusiveMinimum", (params) => `must be more than ${String(params.limit)}`],
  ["exclusiveMaximum", (params) => `must be less than ${String(params.limit)}`],
  ["multipleOf", (params) => `must be a multiple of ${String(params.multipleOf)}`],
  ["minItems", (params) => `must have at least ${count(params.limit, "item")}`],
  ["maxItems", tooMany],
  ["additionalItems", tooMany],
  ["unevaluatedItems", tooMany],
  ["items", tooMany],
  ["uniqueItems", () => "items must all differ"],
  [
    "contains",
    (params) => `must hold at least ${count(params.minContains ?? 1, "item")} of the described form`,
  ],
  ["anyOf", (_, schema) => `matches none of the ${arity(schema)} alternatives`],
  [
    "oneOf",
    (params, schema) =>
      Array.isArray(params.passingSchemas)
        ? "matches more than one of the alternatives, where exactly one may"
        : `matches none of the ${arity(schema)} alternatives`,
  ],
  ["not", () => "matches what is excluded here"],
  ["if", (params) => `does not match "${String(params.failingKeyword)}", which applies to it`],
  ["false", () => "nothing may stand here"],
]);

/** The sentence for one report; a keyword without a row is named. */
export function sayError({ keyword, params, schema }: Report): string {
  return sentences.get(keyword)?.(params, schema) ?? `does not satisfy "${keyword}"`;
}

const typeNames: Readonly<Record<string, string>> = {
  array: "an array",
  boolean: "true or false",
  integer: "an integer",
  null: "null",
  number: "a number",
  object: "an object",
  string: "a string",
};

function typeWords(type: unknown): string {
  const names = (Array.isArray(type) ? type : [type]).map(String);
  return names.map((name) => (Object.hasOwn(typeNames, name) ? typeNames[name] : name)).join(" or ");
}

function alternatives(values: unknown): string {
  const shown: readonly unknown[] = Array.isArray(values) ? values : [];
  if (shown.length === 1) return quote(shown[0]);
  const most = 12;
  const rest = shown.length > most ? ` and ${shown.length - most} more` : "";
  return `one of ${shown.slice(0, most).map(quote).join(", ")}${rest}`;
}

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function count(limit: unknown, noun: string): string {
  return `${String(limit)} ${noun}${limit === 1 ? "" : "s"}`;
}

function arity(schema: unknown): number {
  return Array.isArray(schema) ? schema.length : 0;
}
