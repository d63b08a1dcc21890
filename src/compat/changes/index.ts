import type { Change, Schema } from "../../model.ts";
import { rules } from "../rules/index.ts";
import { type Pair, pairs, type WalkOptions } from "./walk.ts";

export type { WalkOptions } from "./walk.ts";

/**
 * The structural facts about two schemas, in the order of the new one. It judges nothing.
 * References are followed, recursion is fine, and pinned dependencies are compared by what they say.
 */
export function changes(old: Schema, next: Schema, options: WalkOptions = {}): readonly Change[] {
  const found = new Map<string, Change>();
  for (const pair of pairs(old, next, options)) {
    for (const rule of rules) {
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

function at({ where }: Pair, message: string): string {
  return where === "" ? message : `at "${where}": ${message}`;
}
