import type { Json } from "../../../model.ts";
import type { Literal } from "../formula.ts";
import { valueKey } from "../value-key.ts";
import { type ArrayParts, type Cap, itemLiterals } from "./array-parts.ts";
import { better, type Context, empty, type Outcome, unknown, witness } from "./outcome.ts";

/** A position and what must hold of its item. */
export interface Cell {
  readonly literals: readonly Literal[];
  /** Some demand was placed here, or the position is unlike the later ones. */
  readonly touched: boolean;
  /** The position that holds the same item. */
  readonly twin: number | undefined;
}

const distinctLimit = 64;

/** Chooses for each item which counted conditions it satisfies, then writes the items. */
export function writeArray(
  cells: readonly Cell[],
  length: number,
  parts: ArrayParts,
  context: Context,
): Outcome {
  const { caps } = parts;
  if (caps.length > 0 && !context.rules.on("items are counted by kind")) return unknown("counted items");
  if (parts.unique && length > distinctLimit) return unknown("many distinct items");
  const rest = length - cells.length;
  const plain = kinds(plainCell(parts, cells.length), caps, parts.unique, context);
  const free = plain.find(({ counted }) => !counted.includes(true));
  const apart = parts.unique || free === undefined;
  // Where no later item escapes being counted, there can be no more of them than the counts allow.
  if (rest > 0 && free === undefined && rest > caps.reduce((sum, { count }) => sum + count, 0)) return empty;
  if (apart && rest > distinctLimit) return unknown("many counted items");
  const all = apart
    ? [...cells, ...Array.from({ length: rest }, (_, index) => plainCell(parts, cells.length + index))]
    : cells;
  let best: Outcome = empty;
  const choose = (index: number, left: readonly number[], chosen: readonly Cell[]): boolean => {
    if (!context.spend(1)) {
      best = better(best, unknown("the step budget ran out"));
      return true;
    }
    const cell = index < all.length ? all[index] : undefined;
    if (cell === undefined) {
      best = better(best, finish(chosen));
      return best.kind === "witness" && best.sure;
    }
    const twin = cell.twin !== undefined && cell.twin < index ? chosen[cell.twin] : undefined;
    for (const option of kinds(twin ?? cell, caps, parts.unique, context)) {
      const after = left.map((count, cap) => count - (option.counted[cap] ? 1 : 0));
      if (after.some((count) => count < 0)) continue;
      if (choose(index + 1, after, [...chosen, { ...cell, literals: option.literals }])) return true;
    }
    return false;
  };

  const finish = (chosen: readonly Cell[]): Outcome => {
    const items = parts.unique ? distinct(chosen, context) : each(chosen, context);
    if (items.kind !== "witness" || apart || rest === 0) return items;
    const tail = context.solve(free.literals);
    if (tail.kind !== "witness") return tail;
    const head = Array.isArray(items.value) ? items.value : [];
    return witness([...head, ...Array.from({ length: rest }, () => tail.value)], items.sure && tail.sure);
  };

  choose(
    0,
    caps.map(({ count }) => count),
    [],
  );
  return best;
}

function plainCell(parts: ArrayParts, index: number): Cell {
  return { literals: itemLiterals(parts, index), touched: false, twin: undefined };
}

interface KindOfItem {
  readonly literals: readonly Literal[];
  readonly counted: readonly boolean[];
}

/** The ways an item can stand to the counted conditions; one that escapes them all makes the others needless. */
function kinds(cell: Cell, caps: readonly Cap[], unique: boolean, context: Context): readonly KindOfItem[] {
  let options: KindOfItem[] = [{ literals: cell.literals, counted: [] }];
  for (const { of } of caps) {
    options = options.flatMap(({ literals, counted }) =>
      [
        { literals: [...literals, -of], counted: [...counted, false] },
        { literals: [...literals, of], counted: [...counted, true] },
      ].filter((option) => context.solve(option.literals).kind !== "empty"),
    );
  }
  const [free] = options;
  return free !== undefined && !unique && !free.counted.includes(true) ? [free] : options;
}

function each(cells: readonly Cell[], context: Context): Outcome {
  const items: Json[] = [];
  let sure = true;
  for (const { literals } of cells) {
    const item = context.solve(literals);
    if (item.kind !== "witness") return item;
    items.push(item.value);
    sure &&= item.sure;
  }
  return witness(items, sure);
}

/** Different items: as many values for each condition as there are positions, then a matching. */
function distinct(cells: readonly Cell[], context: Context): Outcome {
  const pools = new Map<string, readonly Json[]>();
  let doubt: Outcome | undefined;
  let sure = true;
  const poolOf = (literals: readonly Literal[]): readonly Json[] => {
    const key = [...literals].sort((a, b) => a - b).join();
    const known = pools.get(key);
    if (known !== undefined) return known;
    const values: Json[] = [];
    while (values.length < cells.length) {
      const others = values.length === 0 ? literals : [...literals, -context.arena.enumeration(values)];
      const next = context.solve(others);
      if (next.kind === "unknown") doubt = next;
      if (next.kind === "empty" && !context.rules.on("distinct items run out"))
        doubt = unknown("distinct items");
      if (next.kind !== "witness") break;
      if (values.some((value) => valueKey(value) === valueKey(next.value))) {
        doubt = unknown("distinct items");
        break;
      }
      sure &&= next.sure;
      values.push(next.value);
    }
    pools.set(key, values);
    return values;
  };
  const items = match(cells.map(({ literals }) => poolOf(literals)));
  return items === undefined ? (doubt ?? empty) : witness(items, sure);
}

/** A different value for each position from its own pool (augmenting paths); undefined where there is no such choice. */
function match(pools: readonly (readonly Json[])[]): readonly Json[] | undefined {
  const owner = new Map<string, number>();
  const chosen: Json[] = [];
  const assign = (position: number, tried: Set<string>): boolean => {
    for (const value of pools[position] ?? []) {
      const key = valueKey(value);
      if (tried.has(key)) continue;
      tried.add(key);
      const other = owner.get(key);
      if (other !== undefined && !assign(other, tried)) continue;
      owner.set(key, position);
      chosen[position] = value;
      return true;
    }
    return false;
  };
  return pools.every((_, position) => assign(position, new Set())) ? chosen : undefined;
}
