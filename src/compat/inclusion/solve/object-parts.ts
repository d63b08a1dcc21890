import { covers } from "../holds.ts";
import type { Literal, Region } from "../formula.ts";
import type { Context } from "./outcome.ts";

/** "Some member of the region has such a value", or "some member's name is like this". */
export interface Request {
  readonly region: Region;
  readonly value: readonly Literal[];
  readonly name: readonly Literal[];
}

/** An object condition, sorted by what it speaks of. */
export interface ObjectParts {
  readonly named: ReadonlyMap<string, readonly Literal[]>;
  /** What holds of all members of a region other than one name. */
  readonly broad: readonly { readonly region: Region; readonly of: Literal }[];
  /** What holds of every name. */
  readonly names: readonly Literal[];
  readonly has: ReadonlySet<string>;
  readonly lacks: ReadonlySet<string>;
  readonly min: number;
  readonly max: number;
  readonly requests: readonly Request[];
  /** Every name some literal mentions: all others differ only by patterns. */
  readonly mentioned: ReadonlySet<string>;
  readonly patterns: readonly string[];
}

const everywhere: Region = { kind: "rest", names: new Set(), patterns: [] };

export function objectParts(literals: readonly Literal[], { arena }: Context): ObjectParts {
  const named = new Map<string, Literal[]>();
  const broad: { region: Region; of: Literal }[] = [];
  const names: Literal[] = [];
  const has = new Set<string>();
  const lacks = new Set<string>();
  const requests: Request[] = [];
  const mentioned = new Set<string>();
  const patterns = new Set<string>();
  let min = 0;
  let max = Number.POSITIVE_INFINITY;
  const mention = (region: Region) => {
    if (region.kind === "name") mentioned.add(region.name);
    if (region.kind === "pattern") patterns.add(region.source);
    if (region.kind === "rest") {
      for (const name of region.names) mentioned.add(name);
      for (const source of region.patterns) patterns.add(source);
    }
  };
  for (const literal of literals) {
    const node = arena.node(literal);
    const held = literal > 0;
    switch (node.kind) {
      case "minProperties":
        if (held) min = Math.max(min, node.count);
        else max = Math.min(max, node.count - 1);
        break;
      case "maxProperties":
        if (held) max = Math.min(max, node.count);
        else min = Math.max(min, node.count + 1);
        break;
      case "has":
        mentioned.add(node.name);
        (held ? has : lacks).add(node.name);
        break;
      case "names":
        if (held) names.push(node.of);
        else requests.push({ region: everywhere, value: [], name: [-node.of] });
        break;
      case "members": {
        const { region } = node;
        mention(region);
        if (!held) requests.push({ region, value: [-node.of], name: [] });
        else if (region.kind !== "name") broad.push({ region, of: node.of });
        else named.set(region.name, [...(named.get(region.name) ?? []), node.of]);
        break;
      }
    }
  }
  return { named, broad, names, has, lacks, min, max, requests, mentioned, patterns: [...patterns].sort() };
}

/** What must hold of the value of a member with that name. */
export function memberLiterals(parts: ObjectParts, name: string): readonly Literal[] {
  const own = parts.named.get(name) ?? [];
  return [...own, ...parts.broad.filter(({ region }) => covers(region, name)).map(({ of }) => of)];
}
