import type { Json } from "../../../model.ts";
import type { Arena } from "../arena.ts";
import type { Literal } from "../formula.ts";

/** Members that must be there with one of a few listed values: they tell alternatives apart at a glance. */
export type Tags = ReadonlyMap<string, ReadonlyMap<string, Json>>;

export function tagsOf(facts: Iterable<Literal>, arena: Arena): Tags {
  const present = new Set<string>();
  const listed = new Map<string, ReadonlyMap<string, Json>>();
  for (const literal of facts) {
    const node = arena.node(literal);
    if (literal < 0) continue;
    if (node.kind === "has") present.add(node.name);
    if (node.kind !== "members" || node.region.kind !== "name") continue;
    const values = listIn(node.of, arena);
    if (values === undefined) continue;
    const before = listed.get(node.region.name);
    const both = before === undefined ? values : new Map([...before].filter(([key]) => values.has(key)));
    listed.set(node.region.name, both);
  }
  return new Map([...listed].filter(([name]) => present.has(name)));
}

/** The values a literal allows at most, where it lists them. */
function listIn(literal: Literal, arena: Arena): ReadonlyMap<string, Json> | undefined {
  if (literal < 0) return undefined;
  const node = arena.node(literal);
  if (node.kind === "enum") return node.values;
  if (node.kind !== "and") return undefined;
  for (const child of node.of) {
    const part = arena.node(child);
    if (child > 0 && part.kind === "enum") return part.values;
  }
  return undefined;
}

/** What the tags alone say of a literal: true, false, or nothing. */
export function tagsSay(literal: Literal, tags: Tags, arena: Arena): boolean | undefined {
  const node = arena.node(literal);
  const sign = literal > 0;
  if (node.kind === "and") {
    const refuted = node.of.some((child) => tagsSay(child, tags, arena) === false);
    return refuted ? !sign : undefined;
  }
  if (node.kind !== "members" || node.region.kind !== "name") return undefined;
  const tag = tags.get(node.region.name);
  const inner = arena.node(node.of);
  if (tag === undefined || inner.kind !== "enum") return undefined;
  const shared = [...tag.keys()].filter((key) => inner.values.has(key)).length;
  if (shared > 0 && shared < tag.size) return undefined;
  // All tag values lie in the list, or none does.
  const listed = shared > 0 === node.of > 0;
  return listed === sign;
}
