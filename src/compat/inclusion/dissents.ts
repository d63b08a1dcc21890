import { patternOf } from "../../evaluate/pattern.ts";
import type { Json, JsonObject, Schema } from "../../model.ts";
import { isArray, isObject, own } from "../../schema/json.ts";
import { typesNamed } from "./types.ts";

interface Dissent {
  /** Whether an object somewhere in a schema touches what the validator is known to do differently. */
  readonly touches: (object: JsonObject) => boolean;
  readonly reason: string;
}

function uses(...keywords: readonly string[]): Dissent["touches"] {
  return (object) => keywords.some((keyword) => Object.hasOwn(object, keyword));
}

/** Where a reference validator is known to leave the specification. */
const known: readonly Dissent[] = [
  {
    touches: uses("multipleOf"),
    reason: "divides in floating point, where the decimals as written are exact",
  },
  { touches: uses("$dynamicRef", "$recursiveRef"), reason: "resolves dynamic references by its own rules" },
  {
    touches: uses("unevaluatedProperties", "unevaluatedItems"),
    reason: "collects what is evaluated differently from the specification",
  },
  {
    touches: (object) => Object.hasOwn(object, "$ref") && Object.hasOwn(object, "type"),
    reason: 'checks "type" beside "$ref" in drafts that tell to ignore it',
  },
  {
    touches: (object) =>
      Object.hasOwn(object, "contains") && [own(object, "items"), own(object, "prefixItems")].some(isArray),
    reason: 'skips "contains" beside a list of items where the array is empty',
  },
  { touches: uses("__proto__"), reason: 'leaves out members named "__proto__"' },
];

/** Why the validator may disagree about these schemas; undefined where no known reason applies. */
export function dissentReason(name: string, schemas: readonly Schema[]): string | undefined {
  const found = known.find(({ touches }) => schemas.some((schema) => someObject(schema, touches)));
  return found && `${name} ${found.reason}`;
}

/** Schemas it is known to refuse though the drafts give them a meaning. */
const knownRefusals: readonly (Dissent & { readonly says: RegExp })[] = [
  {
    says: /resolves to more than one schema/,
    touches: (object) => typeof (own(object, "$id") ?? own(object, "id")) === "string",
    reason: "takes identifiers under unknown keywords for identifiers",
  },
  {
    says: /Invalid regular expression/,
    touches: (object) => patternsIn(object).some((source) => !readsUnderU(source)),
    reason: "refuses patterns that need to be read without the u flag",
  },
  {
    says: /type must be JSONType/,
    touches: (object) => [own(object, "type") ?? []].flat().some((name) => typesNamed(name) === 0),
    reason: "refuses types that do not exist, which no value has",
  },
];

/** Why the validator may refuse to compile; undefined where its message is no known one. */
export function refusalReason(name: string, message: string): string | undefined {
  const found = knownRefusals.find(({ says }) => says.test(message));
  return found && `${name} ${found.reason}`;
}

/** Whether the validator could dissent or refuse here for a known reason: then its own word is worth asking for. */
export function mayDissent(schemas: readonly Schema[]): boolean {
  const all = [...known, ...knownRefusals];
  const inside = (object: JsonObject) => all.some(({ touches }) => touches(object));
  // An identifier at the root is nothing odd.
  return schemas.some((schema) => someObject(withoutIdentifier(schema), inside));
}

function withoutIdentifier(schema: Schema): Schema {
  if (!isObject(schema)) return schema;
  const { $id: _, id: __, ...rest } = schema;
  return rest;
}

function patternsIn(object: JsonObject): readonly string[] {
  const pattern = own(object, "pattern");
  const members = own(object, "patternProperties");
  return [
    ...(typeof pattern === "string" ? [pattern] : []),
    ...(isObject(members) ? Object.keys(members) : []),
  ];
}

function readsUnderU(source: string): boolean {
  try {
    return patternOf(source).unicode;
  } catch {
    return false;
  }
}

function someObject(value: Json, test: (object: JsonObject) => boolean): boolean {
  if (isArray(value)) return value.some((item) => someObject(item, test));
  return isObject(value) && (test(value) || Object.values(value).some((member) => someObject(member, test)));
}
