import { isArray, isObject, own } from "../../schema/json.ts";
import type { Located } from "../../schema/resources.ts";
import { memberSchemas, requiredMembers } from "./members.ts";
import { saysTheSameWith } from "./keyword-changes.ts";
import { oncePer } from "./once-per.ts";
import { type Place, placeOf, type Spoken, spoken } from "./place.ts";
import { saysTheSame } from "./same.ts";
import { branchesOf, openEnumOf, typesOf, valuesOf } from "./values.ts";
import type { Pair } from "./walk.ts";

/** An `anyOf` or `oneOf` of a place that is not an open enum. */
export interface Alternatives {
  readonly keyword: "anyOf" | "oneOf";
  readonly said: Spoken;
  readonly branches: readonly Located[];
  /** No value can match two of them: by type, or by the constant of a required member. */
  readonly disjoint: boolean;
}

/** A list of alternatives and the one it became; undefined on a side that has none. */
export interface AlternativesPair {
  readonly ours: Alternatives | undefined;
  readonly theirs: Alternatives | undefined;
  /** Other lists stand at the place. */
  readonly several: boolean;
}

/** The lists of alternatives of a place. Where one side has several, those that say the same are left out. */
export const alternativesIn = oncePer((pair: Pair): readonly AlternativesPair[] => {
  const [before, after] = [listsOf(pair.old), listsOf(pair.next)];
  if (before.length === 0 && after.length === 0) return [];
  if (before.length <= 1 && after.length <= 1) return [{ ours: before[0], theirs: after[0], several: false }];
  return (["anyOf", "oneOf"] as const).flatMap((keyword) => {
    const right = after.filter((list) => list.keyword === keyword);
    const left = before.filter((list) => {
      if (list.keyword !== keyword) return false;
      const twin = right.findIndex((other) => saysTheSameWith(pair, keyword, list.said, other.said));
      if (twin >= 0) right.splice(twin, 1);
      return twin < 0;
    });
    const length = Math.max(left.length, right.length);
    return Array.from({ length }, (_, at) => ({ ours: left[at], theirs: right[at], several: true }));
  });
});

function listsOf(place: Place): readonly Alternatives[] {
  const open = openEnumOf(place);
  return (["anyOf", "oneOf"] as const).flatMap((keyword) =>
    spoken(place, keyword)
      .filter(({ pointer, value }) => pointer !== open?.anyOf.pointer && isArray(value))
      .map((said) => {
        const branches = branchesOf(place, said, keyword);
        return { keyword, said, branches, disjoint: areDisjoint(place, branches) };
      }),
  );
}

/** No value can match two of them: by type, by their values, or by the constant of a required member. */
export function areDisjoint(place: Place, branches: readonly Located[]): boolean {
  const places = branches.map((branch) => placeOf(place.index, [branch]));
  return places.every((one, index) => places.slice(index + 1).every((other) => excludes(one, other)));
}

function excludes(one: Place, other: Place): boolean {
  if ((typesOf(one).bits & typesOf(other).bits) === 0) return true;
  const [ours, theirs] = [valuesOf(one), valuesOf(other)];
  if (ours && theirs && ![...ours.byKey.keys()].some((key) => theirs.byKey.has(key))) return true;
  const [tags, others] = [tagsOf(one), tagsOf(other)];
  return [...tags].some(([name, values]) => {
    const listed = others.get(name);
    return listed !== undefined && !values.some((value) => listed.includes(value));
  });
}

/** Required members whose value is one of a list, by their keys. */
export function tagsOf(place: Place): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, readonly string[]>();
  for (const name of requiredMembers(place).keys()) {
    const values = valuesOf(placeOf(place.index, memberSchemas(place, name)));
    if (values !== undefined) tags.set(name, [...values.byKey.keys()]);
  }
  return tags;
}

export interface Matching {
  readonly pairs: readonly (readonly [Located, Located])[];
  readonly removed: readonly Located[];
  readonly added: readonly Located[];
}

/** Which old branch became which new one: by content first, then by tag, then by title or type. */
export function matchBranches({ old, next }: Pair, ours: Alternatives, theirs: Alternatives): Matching {
  const pairs: [Located, Located][] = [];
  let left = [...ours.branches];
  let right = [...theirs.branches];
  const tests: readonly ((a: Located, b: Located) => boolean)[] = [
    (a, b) => saysTheSame({ index: old.index, located: a }, { index: next.index, located: b }),
    (a, b) => sharesTag(placeOf(old.index, [a]), placeOf(next.index, [b])),
    (a, b) => nameOf(a) !== undefined && nameOf(a) === nameOf(b),
    (a, b) => typesOf(placeOf(old.index, [a])).bits === typesOf(placeOf(next.index, [b])).bits,
  ];
  for (const test of tests) {
    for (const a of left) {
      const b = right.find((candidate) => test(a, candidate));
      if (b === undefined) continue;
      pairs.push([a, b]);
      left = left.filter((one) => one !== a);
      right = right.filter((one) => one !== b);
    }
  }
  return { pairs, removed: left, added: right };
}

function sharesTag(one: Place, other: Place): boolean {
  const others = tagsOf(other);
  return [...tagsOf(one)].some(
    ([name, values]) => others.get(name)?.some((value) => values.includes(value)) ?? false,
  );
}

function nameOf({ schema }: Located): string | undefined {
  if (!isObject(schema)) return undefined;
  const name = own(schema, "$ref") ?? own(schema, "title");
  return typeof name === "string" ? name : undefined;
}
