import type { Dialect, JsonObject, Schema } from "../model.ts";
import { declaredDialect } from "./dialect.ts";
import { isObject, own } from "./json.ts";
import { splitFragment } from "./uri.ts";

/** What a schema says about its own identity. */
export interface Identifier {
  readonly uri: string;
  readonly anchor: string | undefined;
  readonly dialect: Dialect;
}

/** The `$id` of a schema; before 2019-09 a fragment in it is an anchor, and beside `$ref` it does not count. */
export function identifierOf(
  schema: Schema,
  inherited: Dialect,
  remotes: ReadonlyMap<string, Schema>,
): Identifier | undefined {
  if (typeof schema === "boolean") return undefined;
  // Most schemas name nothing, in no dialect.
  if (!Object.hasOwn(schema, "$id") && !Object.hasOwn(schema, "id")) return undefined;
  const dialect = dialectAt(schema, remotes) ?? inherited;
  const id = own(schema, dialect === "draft-04" ? "id" : "$id");
  if (typeof id !== "string") return undefined;
  const split = isLegacy(dialect);
  if (split && typeof own(schema, "$ref") === "string") return undefined;
  const { base, fragment } = splitFragment(id);
  return { uri: base, anchor: split && fragment !== "" ? decodeFragment(fragment) : undefined, dialect };
}

/** Drafts where `$ref` hides everything beside it. */
export function isLegacy(dialect: Dialect): boolean {
  return dialect === "draft-04" || dialect === "draft-06" || dialect === "draft-07";
}

const noAnchors = { plain: [], dynamic: undefined } as const;

/** The plain-name fragments a schema gives itself; the dynamic one also works as a plain one. */
export function anchorsOf(
  schema: JsonObject,
  dialect: Dialect,
): { readonly plain: readonly string[]; readonly dynamic: string | undefined } {
  const named = Object.hasOwn(schema, "$anchor") || Object.hasOwn(schema, "$dynamicAnchor");
  if (!named || isLegacy(dialect)) return noAnchors;
  const plain = own(schema, "$anchor");
  const dynamic = dialect === "2020-12" ? own(schema, "$dynamicAnchor") : undefined;
  return {
    plain: [plain, dynamic].filter((name) => typeof name === "string"),
    dynamic: typeof dynamic === "string" ? dynamic : undefined,
  };
}

/** The dialect a schema declares, through a custom meta-schema where that is one of the remotes. */
export function dialectAt(schema: Schema, remotes: ReadonlyMap<string, Schema>): Dialect | undefined {
  const declared = declaredDialect(schema);
  if (declared !== undefined) return declared;
  const meta = metaSchemaOf(schema, remotes);
  return meta === undefined ? undefined : declaredDialect(meta);
}

function metaSchemaOf(schema: Schema, remotes: ReadonlyMap<string, Schema>): Schema | undefined {
  const uri = isObject(schema) ? own(schema, "$schema") : undefined;
  return typeof uri === "string" ? (remotes.get(uri) ?? remotes.get(splitFragment(uri).base)) : undefined;
}

/** The vocabularies of a custom meta-schema; undefined where the dialect is a standard one. */
export function vocabulariesOf(
  schema: Schema,
  remotes: ReadonlyMap<string, Schema>,
): ReadonlySet<string> | undefined {
  if (declaredDialect(schema) !== undefined) return undefined;
  const meta = metaSchemaOf(schema, remotes);
  const vocabulary = isObject(meta) ? own(meta, "$vocabulary") : undefined;
  return isObject(vocabulary) ? new Set(Object.keys(vocabulary)) : undefined;
}

/** A percent-decoded fragment; undefined where it is malformed. */
export function decodeFragment(fragment: string): string | undefined {
  if (!fragment.includes("%")) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}
