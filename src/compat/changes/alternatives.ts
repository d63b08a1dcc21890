import { isArray, isObject, own } from "../../schema/json.ts";
import type { Located } from "../../schema/resources.ts";
import { memberSchemas, requiredMembers } from "./members.ts";
import { type Place, placeOf, type Spoken, spoken } from "./place.ts";
import { saysTheSame } from "./same.ts";
import { branchesOf, openEnumOf, typesOf, valuesOf } from "./values.ts";

/** The one `anyOf` or `oneOf` of a place that is not an open enum. */
export interface Alternatives {
  readonly keyword: "anyOf" | "oneOf";
  readonly said: Spoken;
  readonly branches: readonly Located[];
  /** No value can match two of them: by type, or by the constant of a required member. */
  readonly disjoint: boolean;
}

/** Undefined where the place has none; "several" where it has more than one walk can follow. */
export function alternativesOf(place: Place): Alternatives | "several" | undefined {
  const open = openEnumOf(place);
  const found = (["anyOf", "oneOf"] as const).flatMap((keyword) =>
    spoken(place, keyword)
      .filter((said) => said.pointer !== open?.anyOf.pointer)
      .map((said) => ({ keyword, said })),
  );
  const [only] = found;
  if (only === undefined) return undefined;
  if (found.length > 1 || !isArray(only.said.value)) return "several";
  const branches = branchesOf(place, only.said, only.keyword);
  return { ...only, branches, disjoint: areDisjoint(place, branches) };
}

function areDisjoint(place: Place, branches: readonly Located[]): boolean {
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
export function matchBranches(old: Place, ours: Alternatives, next: Place, theirs: Alternatives): Matching {
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
