import type { Literal } from "../formula.ts";
import type { Context } from "./outcome.ts";

/** At least so many items from a position on satisfy it. */
export interface Demand {
  readonly from: number;
  readonly count: number;
  readonly of: Literal;
}

/** At most so many items satisfy it. */
export interface Cap {
  readonly count: number;
  readonly of: Literal;
}

/** An array condition, sorted by what it speaks of. */
export interface ArrayParts {
  readonly at: ReadonlyMap<number, readonly Literal[]>;
  readonly broad: readonly { readonly from: number; readonly of: Literal }[];
  readonly demands: readonly Demand[];
  readonly caps: readonly Cap[];
  readonly min: number;
  readonly max: number;
  readonly unique: boolean;
  /** Two items are equal. */
  readonly repeats: boolean;
  /** From this position on all positions are alike. */
  readonly prefix: number;
}

export function arrayParts(literals: readonly Literal[], { arena }: Context): ArrayParts {
  const at = new Map<number, Literal[]>();
  const broad: { from: number; of: Literal }[] = [];
  const demands: Demand[] = [];
  const caps: Cap[] = [];
  let min = 0;
  let max = Number.POSITIVE_INFINITY;
  let unique = false;
  let repeats = false;
  const put = (index: number, of: Literal) => at.set(index, [...(at.get(index) ?? []), of]);
  const limit = (count: number, of: Literal) => {
    if (count <= 0) broad.push({ from: 0, of: -of });
    else caps.push({ count, of });
  };
  for (const literal of literals) {
    const node = arena.node(literal);
    const held = literal > 0;
    switch (node.kind) {
      case "minItems":
        if (held) min = Math.max(min, node.count);
        else max = Math.min(max, node.count - 1);
        break;
      case "maxItems":
        if (held) max = Math.min(max, node.count);
        else min = Math.max(min, node.count + 1);
        break;
      case "item":
        put(node.index, held ? node.of : -node.of);
        if (!held) min = Math.max(min, node.index + 1);
        break;
      case "items":
        if (held) broad.push({ from: node.from, of: node.of });
        else demands.push({ from: node.from, count: 1, of: -node.of });
        break;
      case "atLeast":
        if (held) demands.push({ from: 0, count: node.count, of: node.of });
        else limit(node.count - 1, node.of);
        break;
      case "atMost":
        if (held) limit(node.count, node.of);
        else demands.push({ from: 0, count: node.count + 1, of: node.of });
        break;
      case "unique":
        if (held) unique = true;
        else repeats = true;
        break;
    }
  }
  const prefix = Math.max(
    0,
    ...[...at.keys()].map((index) => index + 1),
    ...broad.map(({ from }) => from),
    ...demands.map(({ from }) => from),
  );
  return { at, broad, demands, caps, min, max, unique, repeats, prefix };
}

/** What must hold of the item at a position. */
export function itemLiterals(parts: ArrayParts, index: number): readonly Literal[] {
  const broad = parts.broad.filter(({ from }) => from <= index).map(({ of }) => of);
  return [...(parts.at.get(index) ?? []), ...broad];
}
