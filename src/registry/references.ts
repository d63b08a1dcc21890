import type { Dialect, Schema } from "../model.ts";
import { walk } from "../schema/children.ts";
import { isObject, own } from "../schema/json.ts";
import { parseUrn } from "./address.ts";

/** A reference of a schema to another subject. */
export interface SubjectReference {
  readonly subject: string;
  readonly uri: string;
  /** Where the `$ref` stands. */
  readonly pointer: string;
}

/** Every `$ref` of a schema that names a subject by urn, in the order written. */
export function subjectReferences(schema: Schema, dialect: Dialect): readonly SubjectReference[] {
  const found: SubjectReference[] = [];
  for (const { schema: inner, pointer } of walk(schema, dialect)) {
    const uri = isObject(inner) ? own(inner, "$ref") : undefined;
    const urn = typeof uri === "string" ? parseUrn(uri) : undefined;
    if (typeof uri === "string" && urn !== undefined)
      found.push({ subject: urn.subject, uri, pointer: `${pointer}/$ref` });
  }
  return found;
}
