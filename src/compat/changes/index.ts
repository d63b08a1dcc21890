import type { Change, Schema } from "../../model.ts";
import { anyType, number, types } from "../inclusion/types.ts";
import { rules } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import { type Pair, pairs, sharedTypes, type WalkOptions } from "./walk.ts";

export type { WalkOptions } from "./walk.ts";

/** A change, with what a fix may speak of. */
export interface Fact extends Change {
  /** The values it is about, as a person writes them. */
  readonly values?: string;
  /** Where another fix than the rule's fits better. */
  readonly fix?: string;
  /** The new pointer of the rename that this is a part of. */
  readonly renamedTo?: string;
}

/**
 * The structural facts about two schemas, in the order of the new one. It judges nothing.
 * References are followed, recursion is fine, and pinned dependencies are compared by what they say.
 */
export function changes(old: Schema, next: Schema, options: WalkOptions = {}): readonly Fact[] {
  const found = new Map<string, Fact>();
  for (const pair of pairs(old, next, options)) {
    for (const rule of rules) {
      if (!speaksOf(rule, pair)) continue;
      for (const told of rule.find(pair)) {
        const { message, oldPointer, newPointer } = told;
        // A place reached on several ways is told of once.
        const key = JSON.stringify([rule.id, message, oldPointer, newPointer]);
        if (!found.has(key))
          found.set(key, { rule: rule.id, effect: rule.effect, ...told, message: at(pair, message) });
      }
    }
  }
  return [...found.values()];
}

function speaksOf({ about, breaks, effect }: Rule, pair: Pair): boolean {
  // A test declares nothing and promises nothing: only what may turn its answer is worth telling.
  if (pair.aside && breaks.length === 0) return false;
  if (about === "types" || effect === "none") return true;
  return (sharedTypes(pair) & bitsOf[about ?? "any"]) !== 0;
}

const bitsOf = { ...types, number, any: anyType };

function at({ where, under }: Pair, message: string): string {
  const place = [where === "" ? "" : `at "${where}"`, under === undefined ? "" : `under "${under}"`];
  const said = place.filter((part) => part !== "").join(" ");
  return said === "" ? message : `${said}: ${message}`;
}

const coarse: ReadonlySet<string> = new Set(rules.filter((rule) => rule.coarse).map(({ id }) => id));

/** Facts that only say that something changed below a keyword, where others say what. */
export function coarseAmong<C extends Change>(facts: readonly C[]): ReadonlySet<C> {
  const fine = facts.filter(({ rule, effect }) => !coarse.has(rule) && effect !== "none");
  const isBelow = (pointer: string | undefined, above: string | undefined) =>
    pointer !== undefined && above !== undefined && pointer.startsWith(`${above}/`);
  return new Set(
    facts.filter(
      ({ rule, oldPointer, newPointer }) =>
        coarse.has(rule) &&
        fine.some((one) => isBelow(one.oldPointer, oldPointer) || isBelow(one.newPointer, newPointer)),
    ),
  );
}
