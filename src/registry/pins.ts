import { shapeHash } from "../canonical/index.ts";
import type { Dialect, JsonObject, Schema } from "../model.ts";
import { isObject, own } from "../schema/json.ts";
import { parseUrn } from "./address.ts";

/** The member that holds bundled dependencies in a dialect. */
export function defsName(dialect: Dialect): "$defs" | "definitions" {
  return dialect.startsWith("draft-") ? "definitions" : "$defs";
}

/** One bundled dependency: its address (`cogo.v1/Actor@1`), its urn and its frozen schema, verbatim. */
export interface Pin {
  readonly address: string;
  readonly urn: string;
  readonly schema: JsonObject;
}

/** The versions bundled in a frozen schema, its dependencies' own ones first. */
export function pinsOf(schema: Schema, dialect: Dialect): readonly Pin[] {
  const found = new Map<string, Pin>();
  collect(schema, dialect, found);
  return [...found.values()];
}

function collect(schema: Schema, dialect: Dialect, found: Map<string, Pin>): void {
  const defs = isObject(schema) ? own(schema, defsName(dialect)) : undefined;
  if (!isObject(defs)) return;
  for (const name of Object.keys(defs)) {
    const entry = own(defs, name);
    const id = isObject(entry) ? own(entry, "$id") : undefined;
    const urn = typeof id === "string" ? parseUrn(id) : undefined;
    if (!isObject(entry) || typeof id !== "string" || urn?.version === undefined || found.has(id)) continue;
    collect(entry, dialect, found);
    found.set(id, { address: `${urn.subject}@${urn.version}`, urn: id, schema: entry });
  }
}

/** The shape of each bundled version by its urn: what `shapeHash` puts in place of a reference to it. */
export function pinnedShapes(schema: Schema, dialect: Dialect): ReadonlyMap<string, string> {
  const shapes = new Map<string, string>();
  for (const pin of pinsOf(schema, dialect)) shapes.set(pin.urn, shapeHash(pin.schema, dialect, shapes));
  return shapes;
}
