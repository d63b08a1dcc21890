import type { Sequence } from "./sequence.ts";
import { classText, complement } from "./set.ts";

/** A pattern that is one set all through: how long the text may be, and the class no unit of it may be in. */
export interface Run {
  readonly min: number;
  readonly max: number;
  /** The class every unit must be in; undefined where that has units beyond ASCII. */
  readonly allowed: string | undefined;
  readonly forbidden: string;
}

/**
 * `^[set]{n}$` and its like. Looking for the first unit outside the set is the quickest the engine can do: no branch
 * hangs on the text, and nothing is remembered of a text that passes.
 */
export function runOf({ items, atStart, atEnd }: Sequence): Run | undefined {
  const [item, more] = items;
  if (item?.set === undefined || more !== undefined || !atStart || !atEnd) return undefined;
  const { set, min, max } = item;
  const rest = complement(set);
  const inside = classText(set.beyond ? rest : set);
  if (inside === "") return undefined;
  return set.beyond
    ? { min, max, allowed: undefined, forbidden: `[${inside}]` }
    : { min, max, allowed: `[${inside}]`, forbidden: `[^${inside}]` };
}
