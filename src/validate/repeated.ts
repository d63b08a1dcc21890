import { canonicalize } from "../canonical/index.ts";
import type { Dialect, Schema } from "../model.ts";
import { isObject, own } from "../schema/json.ts";
import { mapChildren } from "../schema/map.ts";

/**
 * A copy without the second and later bundled copies of one resource. Two dependencies that pin the same third one both
 * carry it, verbatim; the reference validator refuses to see one `$id` twice, and references go by `$id`, so any copy serves.
 */
export function withoutRepeated(schema: Schema, dialect: Dialect): Schema {
  const seen = new Map<string, string>();
  const visit = (inner: Schema): Schema =>
    typeof inner === "boolean"
      ? inner
      : mapChildren(inner, dialect, (child, keyword) => {
          const id = isObject(child) ? own(child, dialect === "draft-04" ? "id" : "$id") : undefined;
          if (keyword.role !== "reserve" || typeof id !== "string" || id.startsWith("#")) return visit(child);
          const text = canonicalize(child);
          if (seen.get(id) === text) return undefined;
          seen.set(id, text);
          return visit(child);
        });
  return visit(schema);
}
