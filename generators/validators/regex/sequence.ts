import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { complement, noUnits, type UnitSet, union, unitRange } from "./set.ts";

/** One step of a pattern: units of a set, or a group, so many times. */
export type Item = { readonly min: number; readonly max: number } & (
  | { readonly set: UnitSet; readonly group?: undefined }
  | { readonly group: readonly Item[]; readonly set?: undefined }
);

export interface Sequence {
  readonly items: readonly Item[];
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** A pattern as a sequence of items; undefined where it has alternatives, looks around, or speaks of more than ASCII. */
export function sequenceOf(source: string): Sequence | undefined {
  const { alternatives } = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, {
    unicode: true,
  });
  const only = alternatives.length === 1 ? alternatives[0] : undefined;
  if (only === undefined) return undefined;
  let elements = only.elements;
  const atStart = isEdge(elements[0], "start");
  if (atStart) elements = elements.slice(1);
  const atEnd = isEdge(elements.at(-1), "end");
  if (atEnd) elements = elements.slice(0, -1);
  const items = itemsOf(elements);
  return items && { items, atStart, atEnd };
}

/** Whether any set of a sequence takes characters beyond ASCII. */
export function hasBeyond(items: readonly Item[]): boolean {
  return items.some(({ set, group }) => (group === undefined ? set.beyond : hasBeyond(group)));
}

function isEdge(element: AST.Element | undefined, kind: "start" | "end"): boolean {
  return element?.type === "Assertion" && element.kind === kind;
}

function itemsOf(elements: readonly AST.Element[]): readonly Item[] | undefined {
  const items: Item[] = [];
  for (const element of elements) {
    const item = element.type === "Quantifier" ? quantified(element) : itemOf(element, 1, 1);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

function quantified(quantifier: AST.Quantifier): Item | undefined {
  const { element, min, max } = quantifier;
  const item = itemOf(element, min, max);
  // A character beyond ASCII may be two units: it can be counted only as "none or any", "one or more".
  if (item?.set?.beyond && !(min <= 1 && max === Number.POSITIVE_INFINITY)) return undefined;
  return item;
}

function itemOf(element: AST.Element, min: number, max: number): Item | undefined {
  if (element.type === "Group" || element.type === "CapturingGroup") {
    const only = element.alternatives.length === 1 ? element.alternatives[0] : undefined;
    const group = only && itemsOf(only.elements);
    return group && { group, min, max };
  }
  const set = setOf(element);
  return set === undefined || (set.beyond && min === 1 && max === 1) ? undefined : { set, min, max };
}

function setOf(element: AST.Element | AST.CharacterClassElement): UnitSet | undefined {
  switch (element.type) {
    case "Character":
      return element.value < 128 ? unitRange(element.value, element.value) : undefined;
    case "CharacterClassRange":
      return element.max.value < 128 ? unitRange(element.min.value, element.max.value) : undefined;
    case "CharacterSet":
      return escapeSet(element);
    case "CharacterClass":
      return classSet(element);
    default:
      return undefined;
  }
}

function escapeSet(element: AST.CharacterSet): UnitSet | undefined {
  const digits = unitRange(48, 57);
  if (element.kind === "digit") return element.negate ? complement(digits) : digits;
  if (element.kind !== "word") return undefined;
  const word = [digits, unitRange(65, 90), unitRange(97, 122)].reduce(union, unitRange(95, 95));
  return element.negate ? complement(word) : word;
}

function classSet(element: AST.CharacterClass): UnitSet | undefined {
  let set = noUnits;
  for (const part of element.elements) {
    if (part.type !== "Character" && part.type !== "CharacterClassRange" && part.type !== "CharacterSet") {
      return undefined;
    }
    const more = setOf(part);
    if (more === undefined) return undefined;
    set = union(set, more);
  }
  return element.negate ? complement(set) : set;
}
