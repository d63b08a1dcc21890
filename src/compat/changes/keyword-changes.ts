import { keyOf } from "../../evaluate/index.ts";
import type { Json } from "../../model.ts";
import { children } from "../../schema/children.ts";
import { isArray, isObject, own } from "../../schema/json.ts";
import { keywordOf } from "../../schema/keywords.ts";
import { append } from "../../schema/pointer.ts";
import type { Located } from "../../schema/resources.ts";
import { oncePer } from "./once-per.ts";
import { type Place, type Spoken, spoken } from "./place.ts";
import { saysTheSame } from "./same.ts";
import type { Pair } from "./walk.ts";

/** What became of a keyword at a place; where several schemas speak it there, each is matched with one of the other side. */
export interface KeywordChanges {
  readonly added: readonly Spoken[];
  readonly removed: readonly Spoken[];
  readonly changed: readonly (readonly [Spoken, Spoken])[];
}

/** Keywords that say nothing alone. */
const company: ReadonlyMap<string, readonly string[]> = new Map([
  ["if", ["then", "else"]],
  ["contains", ["minContains", "maxContains"]],
]);

const known = oncePer((_: Pair) => new Map<string, KeywordChanges>());

/** Additions, removals and replacements of a keyword, `then` and `else` with their `if`, counts with their `contains`. */
export function keywordChanges(pair: Pair, keyword: string): KeywordChanges {
  const kept = known(pair);
  const found = kept.get(keyword) ?? compared(pair, keyword);
  kept.set(keyword, found);
  return found;
}

function compared(pair: Pair, keyword: string): KeywordChanges {
  const names = [keyword, ...(company.get(keyword) ?? [])];
  const added = [...spoken(pair.next, keyword)];
  const removed = spoken(pair.old, keyword).filter((one) => {
    const twin = added.findIndex((other) => names.every((name) => saysTheSameWith(pair, name, one, other)));
    if (twin >= 0) added.splice(twin, 1);
    return twin < 0;
  });
  const changed: (readonly [Spoken, Spoken])[] = [];
  // What is left is matched in the order it is written.
  for (let [one] = removed, [other] = added; one && other; [one] = removed, [other] = added) {
    changed.push([one, other]);
    removed.shift();
    added.shift();
  }
  return { added, removed, changed };
}

/** A keyword beside another in the same schema. */
export function besides({ part }: Spoken, keyword: string): Spoken | undefined {
  const { schema, pointer, dialect } = part.located;
  if (!isObject(schema) || keywordOf(keyword, dialect) === undefined) return undefined;
  const value = own(schema, keyword);
  return value === undefined ? undefined : { value, part, pointer: append(pointer, keyword) };
}

/** Whether two schemas say the same with a keyword; where neither speaks it they do. */
export function saysTheSameWith(pair: Pair, keyword: string, one: Spoken, other: Spoken): boolean {
  const [ours, theirs] = [besides(one, keyword), besides(other, keyword)];
  if (ours === undefined || theirs === undefined) return ours === theirs;
  const [left, right] = [schemasIn(pair.old, ours, keyword), schemasIn(pair.next, theirs, keyword)];
  if (left.length === 0 && right.length === 0) return keyOf(ours.value) === keyOf(theirs.value);
  if (left.length !== right.length || keyOf(shell(keyword, ours)) !== keyOf(shell(keyword, theirs)))
    return false;
  return left.every((located, index) => {
    const counterpart = right[index];
    return counterpart !== undefined && bothSayTheSame(pair, located, counterpart);
  });
}

/** Whether a schema of the old side and one of the new say the same. */
export function bothSayTheSame(pair: Pair, one: Located, other: Located): boolean {
  return saysTheSame({ index: pair.old.index, located: one }, { index: pair.next.index, located: other });
}

/** The schemas a keyword holds, by name where it holds several. */
export function schemasIn(place: Place, { part }: Spoken, keyword: string): readonly Located[] {
  const { schema, dialect } = part.located;
  if (!isObject(schema)) return [];
  return [...children(schema, dialect)]
    .filter((child) => child.keyword.name === keyword)
    .sort((a, b) => (a.pointer < b.pointer ? -1 : 1))
    .flatMap((child) => place.index.at(part.located, child.pointer) ?? []);
}

/** What a map of schemas says besides them: its names, and the lists of names in `dependencies`. */
function shell(keyword: string, { value }: Spoken): Json {
  if (!isObject(value) || (keyword !== "dependentSchemas" && keyword !== "dependencies")) return null;
  return Object.keys(value)
    .sort()
    .map((name) => [name, isArray(value[name]) ? (value[name] ?? null) : null]);
}
