import { shapeHash } from "../canonical/index.ts";
import type { Dialect, Json, JsonObject, Schema } from "../model.ts";
import { isObject, own } from "../schema/json.ts";
import { parseUrn } from "./address.ts";
import { subjectReferences } from "./references.ts";

/** The member that holds bundled dependencies in a dialect. */
export function defsName(dialect: Dialect): "$defs" | "definitions" {
  return dialect.startsWith("draft-") ? "definitions" : "$defs";
}

/** One pinned dependency: its address (`cogo.v1/Actor@1`), its urn, and its frozen schema, whole. */
export interface Pin {
  readonly address: string;
  readonly urn: string;
  readonly schema: JsonObject;
}

/**
 * The versions a frozen schema pins, direct or not, each before those that refer to it.
 *
 * A bundle is flat: a version two others share stands there once, since a document may give an `$id` only once
 * (JSON Schema core, 8.2.1). So an entry is the frozen version without its own bundle, and is made whole again here
 * from its neighbours.
 */
export function pinsOf(schema: Schema, dialect: Dialect): readonly Pin[] {
  const entries = bundled(schema, dialect);
  const found = new Map<string, Pin>();
  const open = new Set<string>();
  const visit = (urn: string): void => {
    const entry = entries.get(urn);
    if (entry === undefined || found.has(urn) || open.has(urn)) return;
    open.add(urn);
    for (const { uri } of subjectReferences(entry, dialect)) visit(uri);
    const inner = [...found.values()].filter((pin) => reaches(entry, pin.urn, entries, dialect));
    found.set(urn, { address: addressOf(urn), urn, schema: withBundle(entry, dialect, inner) });
  };
  for (const urn of entries.keys()) visit(urn);
  return [...found.values()];
}

/** The version each subject is pinned to by the schema's own references; what its dependencies pin is theirs. */
export function directPins(schema: Schema, dialect: Dialect): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (!isObject(schema)) return found;
  for (const { uri } of subjectReferences(withoutBundle(schema, dialect), dialect)) {
    const urn = parseUrn(uri);
    if (urn?.version !== undefined) found.set(urn.subject, urn.version);
  }
  return found;
}

/** The shape of each pinned version by its urn: what `shapeHash` puts in place of a reference to it. */
export function pinnedShapes(schema: Schema, dialect: Dialect): ReadonlyMap<string, string> {
  const shapes = new Map<string, string>();
  for (const pin of pinsOf(schema, dialect)) shapes.set(pin.urn, shapeHash(pin.schema, dialect, shapes));
  return shapes;
}

/** A schema with these versions in its bundle, by address, and what they pin themselves. */
export function withBundle(schema: JsonObject, dialect: Dialect, pins: readonly Pin[]): JsonObject {
  const entries = new Map<string, Json>();
  for (const pin of pins) {
    for (const inner of pinsOf(pin.schema, dialect))
      entries.set(inner.address, withoutBundle(inner.schema, dialect));
    entries.set(pin.address, withoutBundle(pin.schema, dialect));
  }
  if (entries.size === 0) return schema;
  const name = defsName(dialect);
  const held = own(schema, name);
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...schema, [name]: { ...(isObject(held) ? held : {}), ...Object.fromEntries(sorted) } };
}

function withoutBundle(schema: JsonObject, dialect: Dialect): JsonObject {
  const name = defsName(dialect);
  const held = own(schema, name);
  if (!isObject(held)) return schema;
  const kept = Object.entries(held).filter(([, entry]) => pinnedUrn(entry, dialect) === undefined);
  if (kept.length > 0) return { ...schema, [name]: Object.fromEntries(kept) };
  return Object.fromEntries(Object.entries(schema).filter(([member]) => member !== name));
}

function bundled(schema: Schema, dialect: Dialect): ReadonlyMap<string, JsonObject> {
  const held = isObject(schema) ? own(schema, defsName(dialect)) : undefined;
  const found = new Map<string, JsonObject>();
  for (const entry of isObject(held) ? Object.values(held) : []) {
    const urn = pinnedUrn(entry, dialect);
    if (urn !== undefined && isObject(entry)) found.set(urn, entry);
  }
  return found;
}

/** The urn of an entry that is a version; undefined for the schema's own definitions. */
function pinnedUrn(entry: Json, dialect: Dialect): string | undefined {
  const id = isObject(entry) ? own(entry, dialect === "draft-04" ? "id" : "$id") : undefined;
  return typeof id === "string" && parseUrn(id)?.version !== undefined ? id : undefined;
}

function reaches(
  from: JsonObject,
  urn: string,
  entries: ReadonlyMap<string, JsonObject>,
  dialect: Dialect,
  seen = new Set<string>(),
): boolean {
  return subjectReferences(from, dialect).some(({ uri }) => {
    if (uri === urn) return true;
    const next = entries.get(uri);
    if (next === undefined || seen.has(uri)) return false;
    seen.add(uri);
    return reaches(next, urn, entries, dialect, seen);
  });
}

function addressOf(urn: string): string {
  const parsed = parseUrn(urn);
  return `${parsed?.subject}@${parsed?.version}`;
}
