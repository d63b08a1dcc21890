import type { Literal } from "../formula.ts";
import { type ArrayParts, arrayParts, itemLiterals } from "./array-parts.ts";
import { type Context, empty, gaveUp, type Outcome, better, unknown } from "./outcome.ts";
import { type Cell, writeArray } from "./write-array.ts";

const lengthLimit = 100_000;
const demandLimit = 64;
const prefixLimit = 2_000;

/**
 * Arrays by positions: those of the longest prefix one by one, all later ones alike. Lengths are tried upwards; a longer
 * array than the prefix, the least length and one item per demand would hold an item that nobody needs.
 */
export function solveArray(literals: readonly Literal[], context: Context): Outcome {
  const parts = arrayParts(literals, context);
  const demanded = parts.demands.reduce((sum, { count }) => sum + count, 0) + (parts.repeats ? 2 : 0);
  let max = parts.max;
  if (parts.min > max) return empty;
  if (parts.prefix > prefixLimit) return gaveUp("too many positions", literals, context, "item", "items");
  for (let index = 0; index <= parts.prefix && index < max; index++) {
    if (context.solve(itemLiterals(parts, index)).kind === "empty") max = index;
  }
  if (parts.min > max) return empty;
  // With nothing demanded the least length is as good as any.
  const last = Math.min(max, demanded === 0 ? parts.min : Math.max(parts.min, parts.prefix) + demanded);
  if (demanded > demandLimit)
    return gaveUp("too many items are asked for", literals, context, "atLeast", "atMost");
  if (parts.min > lengthLimit)
    return gaveUp("an array too large to write down", literals, context, "minItems", "maxItems");
  let best: Outcome = empty;
  for (let length = parts.min; length <= last; length++) {
    const outcome = ofLength(length, parts, demanded, literals, context);
    const placeless = outcome.kind === "unknown" && outcome.at === undefined;
    best = better(best, placeless ? gaveUp(outcome.reason, literals, context, "unique", "atMost") : outcome);
    if (best.kind === "witness" && best.sure) break;
  }
  return best;
}

function ofLength(
  length: number,
  parts: ArrayParts,
  demanded: number,
  literals: readonly Literal[],
  context: Context,
): Outcome {
  const single = Math.min(length, parts.prefix + demanded);
  const start: Cell[] = Array.from({ length: single }, (_, index) => ({
    literals: itemLiterals(parts, index),
    touched: index < parts.prefix,
    twin: undefined,
  }));
  const wishes = parts.demands.flatMap(({ from, count, of }) =>
    Array.from({ length: count }, (_, copy) => ({ from, of, again: copy > 0 })),
  );
  let best: Outcome = empty;
  if (wishes.length > 0 && !context.rules.on("items are placed by demand")) return unknown("items asked for");

  const place = (index: number, after: number, cells: readonly Cell[]): boolean => {
    if (!context.spend(1)) {
      best = better(best, unknown("the step budget ran out", literals[0]));
      return true;
    }
    const wish = wishes[index];
    if (wish === undefined) return twin(cells);
    // Copies of one demand go to ascending positions.
    const first = wish.again ? Math.max(wish.from, after + 1) : wish.from;
    for (let at = first; at < cells.length; at++) {
      const cell = cells[at];
      if (cell === undefined) break;
      const joined = { ...cell, literals: [...cell.literals, wish.of], touched: true };
      const possible = context.solve(joined.literals).kind !== "empty";
      if (possible && place(index + 1, at, cells.with(at, joined))) return true;
      // Untouched positions are alike: the first stands for all.
      if (!cell.touched) break;
    }
    return false;
  };

  const twin = (cells: readonly Cell[]): boolean => {
    if (!parts.repeats) return write(cells);
    if (!context.rules.on("equal items coincide")) {
      best = better(best, unknown("equal items", literals[0]));
      return false;
    }
    for (const [left, a] of cells.entries()) {
      for (let right = left + 1; right < cells.length; right++) {
        const b = cells[right];
        if (b === undefined) continue;
        const joined = [...a.literals, ...b.literals];
        if (context.solve(joined).kind === "empty") continue;
        const paired = cells
          .with(left, { literals: joined, touched: true, twin: right })
          .with(right, { literals: joined, touched: true, twin: left });
        if (write(paired)) return true;
      }
    }
    return false;
  };

  const write = (cells: readonly Cell[]): boolean => {
    best = better(best, writeArray(cells, length, parts, context));
    return best.kind === "witness" && best.sure;
  };

  place(0, -1, start);
  return best;
}
