import { WaybillError } from "../../errors.ts";
import type { Json } from "../../model.ts";
import { isArray, isObject, own } from "../../schema/json.ts";
import { isLegacy } from "../../schema/identify.ts";
import { keywordOf } from "../../schema/keywords.ts";
import { append } from "../../schema/pointer.ts";
import type { Located, SchemaIndex } from "../../schema/resources.ts";
import { oncePer } from "./once-per.ts";

/** One of the schemas that apply at a place. */
export interface Part {
  readonly located: Located;
  /** Keywords passed over, `anyOf` where one of its branches stands beside it as a part of its own. */
  readonly hidden?: readonly string[] | undefined;
}

/** Everything that applies to one place of an instance: a schema, what it refers to, and its `allOf`, as one. */
export interface Place {
  readonly index: SchemaIndex;
  /** Where a person would look for it; undefined where no schema speaks of the place. */
  readonly pointer: string | undefined;
  readonly parts: readonly Part[];
}

/** A keyword of one part. */
export interface Spoken {
  readonly value: Json;
  readonly part: Part;
  /** To the keyword. */
  readonly pointer: string;
}

/**
 * The place that some schemas share. References and `allOf` are followed; a reference met twice adds nothing.
 * @throws WaybillError where a reference points to nothing: what it would say is unknown.
 */
export function placeOf(
  index: SchemaIndex,
  schemas: readonly Located[],
  beside: readonly Part[] = [],
): Place {
  const parts: Part[] = [...beside];
  const seen = new Set(beside.map(({ located }) => located));
  const add = (located: Located): void => {
    if (seen.has(located)) return;
    seen.add(located);
    parts.push({ located });
    const { schema } = located;
    if (typeof schema === "boolean") return;
    const ref = own(schema, "$ref");
    if (typeof ref === "string") add(targetOf(index, ref, located));
    const all = own(schema, "allOf");
    if (!isArray(all) || hiddenByRef(located)) return;
    for (const position of all.keys()) {
      const below = index.at(located, append("/allOf", position));
      if (below !== undefined) add(below);
    }
  };
  for (const located of schemas) add(located);
  return { index, pointer: (schemas[0] ?? beside[0]?.located)?.pointer, parts };
}

function targetOf(index: SchemaIndex, ref: string, from: Located): Located {
  const target = index.resolve(ref, from);
  if (target !== undefined) return target;
  const place = { pointer: append(from.pointer, "$ref") };
  throw new WaybillError("MALFORMED", `reference "${ref}" points to nothing`, { place });
}

/** What the parts of a place say with a keyword. */
export function spoken(place: Place, keyword: string): readonly Spoken[] {
  return saidIn(place).get(keyword) ?? [];
}

const saidIn = oncePer((place: Place): ReadonlyMap<string, readonly Spoken[]> => {
  const said = new Map<string, Spoken[]>();
  for (const part of place.parts) {
    const { schema, pointer, dialect } = part.located;
    if (!isObject(schema)) continue;
    const hiding = hiddenByRef(part.located);
    for (const [keyword, value] of Object.entries(schema)) {
      if (part.hidden?.includes(keyword) || (hiding && keyword !== "$ref")) continue;
      if (!keyword.startsWith("x-") && keywordOf(keyword, dialect) === undefined) continue;
      const list = said.get(keyword) ?? [];
      said.set(keyword, [...list, { value, part, pointer: append(pointer, keyword) }]);
    }
  }
  return said;
});

/** Before 2019-09 a reference hides its neighbours. */
function hiddenByRef({ schema, dialect }: Located): boolean {
  return isLegacy(dialect) && isObject(schema) && typeof own(schema, "$ref") === "string";
}

/** The schema held by a keyword of a part, or by a member or position below it. */
export function held(
  place: Place,
  { part }: Spoken,
  keyword: string,
  key?: string | number,
): readonly Located[] {
  const below = append("", keyword);
  const located = place.index.at(part.located, key === undefined ? below : append(below, key));
  return located === undefined ? [] : [located];
}
