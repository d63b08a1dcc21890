import type { Dialect, JsonObject, Schema } from "../model.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { mapChildren } from "../schema/map.ts";

/** Stands in the compiled copy of a schema only, beside an open enum; never in a file. */
export const openEnumKeyword = "waybill:open-enum";

/**
 * The known values of an open enum, `anyOf: [{enum: [...]}, {type: "string"}]` with or without a null branch;
 * undefined where the schema is none.
 */
export function openEnumValues(schema: JsonObject): readonly string[] | undefined {
  const branches = own(schema, "anyOf");
  if (!isArray(branches)) return undefined;
  const known: string[] = [];
  let open = false;
  for (const branch of branches) {
    if (!isObject(branch)) return undefined;
    const values = own(branch, "enum");
    const type = own(branch, "type");
    if (isArray(values)) known.push(...values.filter((value) => typeof value === "string"));
    else if (type === "string" && !constrains(branch)) open = true;
    else if (type !== "null") return undefined;
  }
  return open && known.length > 0 ? known : undefined;
}

/** A copy of the schema with the known values written beside each open enum, for the reference validator to note. */
export function markOpenEnums(schema: Schema, dialect: Dialect): Schema {
  if (typeof schema === "boolean") return schema;
  const { [openEnumKeyword]: _, ...copy } = mapChildren(schema, dialect, (child) =>
    markOpenEnums(child, dialect),
  );
  const values = openEnumValues(schema);
  return values === undefined ? copy : { ...copy, [openEnumKeyword]: values };
}

function constrains(branch: JsonObject): boolean {
  const saysOnly = new Set(["type", "title", "description", "examples", "$comment"]);
  return Object.keys(branch).some((name) => !saysOnly.has(name));
}
