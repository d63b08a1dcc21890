import { mergeObjects } from "./merge.ts";
import { key } from "./same.ts";
import type { ObjectType } from "./type.ts";

type Choice = readonly ObjectType[];

/** A choice with more parts is not spelled out; the two it would be made of stand beside each other. */
const mostParts = 128;
/** TypeScript multiplies choices out when it checks them; beyond this many the last ones are left out. */
const mostTogether = 4096;

/**
 * Two lists of choices as one. Choices that rule out parts of each other are multiplied, so that a chain of conditions on
 * one member becomes one discriminated union; choices that do not stay side by side.
 */
export function combineChoices(a: readonly Choice[], b: readonly Choice[]): readonly Choice[] {
  const all = [...a];
  for (const choice of b) {
    if (all.some((other) => sameChoice(other, choice))) continue;
    const at = all.findIndex((other) => multiplied(other, choice) !== undefined);
    const other = all[at];
    if (other === undefined) all.push(choice);
    else all[at] = multiplied(other, choice) ?? other;
  }
  let together = 1;
  return all.filter((choice) => {
    together *= Math.max(choice.length, 1);
    return together <= mostTogether;
  });
}

/** The product; undefined where no part of one rules out a part of the other, or there would be too many. */
function multiplied(a: Choice, b: Choice): Choice | undefined {
  if (a.length * b.length > mostParts * 8) return undefined;
  const product: ObjectType[] = [];
  for (const left of a) {
    for (const right of b) {
      const both = mergeObjects(left, right);
      if (both.is === "object") product.push(both);
    }
  }
  return product.length < a.length * b.length && product.length <= mostParts ? product : undefined;
}

function sameChoice(a: Choice, b: Choice): boolean {
  return a.length === b.length && a.every((part, at) => b[at] !== undefined && key(part) === key(b[at]));
}
