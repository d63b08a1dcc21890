import type { Json } from "../../model.ts";
import { isSchema } from "../../schema/children.ts";
import { isArray, isObject } from "../../schema/json.ts";
import { canonicalize } from "../../canonical/index.ts";

/** A form a keyword's value can have, and its name in "must be ...". */
export interface Form {
  readonly name: string;
  readonly fits: (value: Json) => boolean;
}

function form(name: string, fits: (value: Json) => boolean): Form {
  return { name, fits };
}

export const text = form("a string", (value) => typeof value === "string");
export const flag = form("true or false", (value) => typeof value === "boolean");
export const number = form("a number", (value) => typeof value === "number");
export const positive = form("a number above zero", (value) => typeof value === "number" && value > 0);
export const count = form(
  "a non-negative integer",
  (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0,
);
export const anything = form("any value", () => true);
export const list = form("an array", isArray);
export const object = form("an object", isObject);
export const schema = form("a schema: an object or a boolean", isSchema);
export const schemas = form(
  "an array of one or more schemas",
  (value) => isArray(value) && value.length > 0 && value.every(isSchema),
);
export const schemaOrSchemas = form(
  "a schema or an array of schemas",
  (value) => isSchema(value) || (isArray(value) && value.every(isSchema)),
);
export const schemaMap = form(
  "an object of schemas",
  (value) => isObject(value) && Object.values(value).every(isSchema),
);
export const names = form("an array of strings without repeats", isNames);
export const someNames = form(
  "an array of one or more strings without repeats",
  (value) => isNames(value) && isArray(value) && value.length > 0,
);
export const namesMap = form(
  "an object of arrays of strings without repeats",
  (value) => isObject(value) && Object.values(value).every(isNames),
);
export const schemaMapOrNames = form(
  "an object of schemas or arrays of strings",
  (value) => isObject(value) && Object.values(value).every((entry) => isSchema(entry) || isNames(entry)),
);
export const someValues = form(
  "an array of one or more different values",
  (value) => isArray(value) && value.length > 0 && new Set(value.map(canonicalize)).size === value.length,
);
export const flagMap = form(
  "an object of booleans",
  (value) => isObject(value) && Object.values(value).every((entry) => typeof entry === "boolean"),
);

const types = ["null", "boolean", "object", "array", "number", "string", "integer"];
export const type = form(
  `one of ${types.join(", ")}, or an array of them without repeats`,
  (value) => isType(value) || (isArray(value) && value.length > 0 && value.every(isType) && isNames(value)),
);

export function oneOf(...words: readonly string[]): Form {
  return form(`one of ${words.join(", ")}`, (value) => typeof value === "string" && words.includes(value));
}

export function matching(name: string, pattern: RegExp): Form {
  return form(name, (value) => typeof value === "string" && pattern.test(value));
}

function isNames(value: Json): boolean {
  return (
    isArray(value) &&
    value.every((entry) => typeof entry === "string") &&
    new Set(value).size === value.length
  );
}

function isType(value: Json): boolean {
  return typeof value === "string" && types.includes(value);
}
