import type { Dialect, Json, JsonObject, Schema } from "../model.ts";
import { walk } from "../schema/children.ts";
import { decodeFragment } from "../schema/identify.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { keywordOf } from "../schema/keywords.ts";
import { parsePointer } from "../schema/pointer.ts";
import { parseUrn } from "./address.ts";
import { defsName } from "./pins.ts";

/**
 * Whether a draft is, word for word and in the same order, what a version was frozen from: told without freezing it, in
 * one walk that makes nothing. Publishing adds an `$id`, numbers of references, `x-since` and the bundle; all else must
 * be equal. Where it is in doubt the answer is no.
 */
export function isFrozenAs(draft: Schema, frozen: Schema, dialect: Dialect): boolean {
  return (
    isObject(draft) &&
    isObject(frozen) &&
    sameSchema(draft, frozen, dialect, "root") &&
    !pointsIntoBundle(draft, frozen, dialect)
  );
}

/** Where a schema stands decides what publishing adds to it. */
type Place = "root" | "member" | "elsewhere";

function sameSchema(draft: JsonObject, frozen: JsonObject, dialect: Dialect, place: Place): boolean {
  const idName = dialect === "draft-04" ? "id" : "$id";
  const isAdded = (name: string) =>
    (place === "member" && name === "x-since") ||
    (place === "root" && (name === idName || (name === defsName(dialect) && holdsVersions(frozen, name))));
  return inStep(draft, frozen, isAdded, (name, before, now) => {
    if (name === "$ref") return sameReference(before, now);
    const holds = keywordOf(name, dialect)?.holds ?? "none";
    if (holds === "none") return sameValue(before, now);
    if (isArray(before))
      return (
        isArray(now) &&
        before.length === now.length &&
        before.every((entry, at) => sameBelow(entry, now[at], dialect, "elsewhere"))
      );
    if (holds === "schema" || holds === "schemaOrSchemas")
      return sameBelow(before, now, dialect, "elsewhere");
    if (!isObject(before) || !isObject(now)) return false;
    const bundles = place === "root" && name === defsName(dialect);
    const below = name === "properties" ? "member" : "elsewhere";
    const isVersion = (key: string) => bundles && isVersionIn(now, key);
    return inStep(before, now, isVersion, (_, inner, other) => sameBelow(inner, other, dialect, below));
  });
}

function sameBelow(before: Json, now: Json | undefined, dialect: Dialect, place: Place): boolean {
  if (isObject(before)) return isObject(now) && sameSchema(before, now, dialect, place);
  return now !== undefined && sameValue(before, now);
}

/** Of what publishing adds, a draft has nothing to point to: such a version was written by hand. */
function pointsIntoBundle(draft: JsonObject, frozen: JsonObject, dialect: Dialect): boolean {
  const name = defsName(dialect);
  const [before, now] = [own(draft, name), own(frozen, name)];
  if (!isObject(now)) return false;
  const added = Object.keys(now).filter((key) => !isObject(before) || own(before, key) === undefined);
  if (added.length === 0) return false;
  return [...walk(draft, dialect)].some(({ schema }) =>
    ["$ref", "$dynamicRef"].some((keyword) => {
      const reference = isObject(schema) ? own(schema, keyword) : undefined;
      if (typeof reference !== "string" || !reference.startsWith("#")) return false;
      const [held, key] = parsePointer(decodeFragment(reference.slice(1)) ?? "") ?? [];
      return held === name && key !== undefined && added.includes(key);
    }),
  );
}

/** Whether the members of two objects agree in order, but for those that were added to the second. */
function inStep(
  before: JsonObject,
  now: JsonObject,
  isAdded: (name: string) => boolean,
  agree: (name: string, before: Json, now: Json) => boolean,
): boolean {
  const names = Object.keys(before);
  let at = 0;
  for (const name of Object.keys(now)) {
    if (names[at] === name) {
      if (!agree(name, before[name] ?? null, now[name] ?? null)) return false;
      at += 1;
    } else if (!isAdded(name)) return false;
  }
  return at === names.length;
}

/** `urn:waybill:cogo.v1:Actor` and the same with a number. */
function sameReference(before: Json, now: Json): boolean {
  if (before === now) return true;
  if (typeof before !== "string" || typeof now !== "string") return false;
  const [named, pinned] = [parseUrn(before), parseUrn(now)];
  return named?.version === undefined && named !== undefined && named.subject === pinned?.subject;
}

function sameValue(before: Json, now: Json): boolean {
  return before === now || (typeof before === "object" && JSON.stringify(before) === JSON.stringify(now));
}

function holdsVersions(schema: JsonObject, name: string): boolean {
  const held = own(schema, name);
  return isObject(held) && Object.keys(held).every((key) => isVersionIn(held, key));
}

function isVersionIn(held: JsonObject, key: string): boolean {
  const entry = own(held, key);
  const id = isObject(entry) ? (own(entry, "$id") ?? own(entry, "id")) : undefined;
  return typeof id === "string" && parseUrn(id)?.version !== undefined;
}
