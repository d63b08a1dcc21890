import { patternOf } from "../../../evaluate/pattern.ts";
import type { Literal, Region } from "../formula.ts";
import { types } from "../types.ts";
import type { ObjectParts } from "./object-parts.ts";
import type { Context, Outcome } from "./outcome.ts";

/** Names nobody mentions that match the same patterns: one class, one condition on values. */
export interface NameClass {
  readonly matches: ReadonlySet<string>;
  /** What makes a string a name of this class. */
  readonly name: readonly Literal[];
  readonly value: readonly Literal[];
}

const classLimit = 96;

/** Every class that may have names; undefined where there are too many. Classes proved empty are left out. */
export function nameClasses(parts: ObjectParts, context: Context): readonly NameClass[] | undefined {
  const { arena } = context;
  if (!context.rules.on("names form regions")) return undefined;
  const classes: NameClass[] = [];
  const base = [arena.type(types.string), ...parts.names];
  const grow = (index: number, matches: readonly string[], name: readonly Literal[]): boolean => {
    const source = parts.patterns[index];
    if (source === undefined) {
      const inside = new Set(matches);
      const taken = [...parts.mentioned].filter((one) =>
        parts.patterns.every((pattern) => patternOf(pattern).test(one) === inside.has(pattern)),
      );
      const own = taken.length === 0 ? name : [...name, -arena.enumeration(taken)];
      if (context.solve(own).kind !== "empty") {
        classes.push({ matches: inside, name: own, value: valueIn(parts, inside) });
      }
      return classes.length <= classLimit;
    }
    if (index > 0 && context.solve(name).kind === "empty") return true;
    const pattern = arena.make({ kind: "pattern", source });
    return (
      grow(index + 1, matches, [...name, -pattern]) &&
      grow(index + 1, [...matches, source], [...name, pattern])
    );
  };
  return grow(0, [], base) ? classes : undefined;
}

function valueIn(parts: ObjectParts, matches: ReadonlySet<string>): readonly Literal[] {
  return parts.broad.filter(({ region }) => inClass(region, matches)).map(({ of }) => of);
}

/** Whether the names of a class lie in the region; the region's own names are all mentioned, so no class holds them. */
export function inClass(region: Region, matches: ReadonlySet<string>): boolean {
  if (region.kind === "name") return false;
  if (region.kind === "pattern") return matches.has(region.source);
  return !region.patterns.some((source) => matches.has(source));
}

/** A further name of the class beside those taken: readable where the class leaves the choice. */
export function freshName(
  name: readonly Literal[],
  taken: readonly string[],
  { arena, solve }: Context,
): Outcome {
  const others = taken.length === 0 ? name : [...name, -arena.enumeration(taken)];
  const speaking = solve([...others, arena.make({ kind: "minLength", count: 1 })]);
  return speaking.kind === "witness" ? speaking : solve(others);
}
