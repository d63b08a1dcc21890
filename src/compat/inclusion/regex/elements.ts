import type { Element, Node } from "refa";

/** Can match no character at all, under a look-around other than an anchor. */
export function mayFloatBetweenHalves(elements: readonly Element[]): boolean {
  return elements.every(isNullable) && elements.some(looksAround);
}

function isNullable(element: Element): boolean {
  if (element.type === "Assertion") return true;
  if (element.type === "Quantifier" && element.min === 0) return true;
  if (element.type !== "Quantifier" && element.type !== "Alternation") return false;
  return element.alternatives.some(({ elements }) => elements.every(isNullable));
}

function looksAround(element: Element): boolean {
  if (element.type === "Assertion") return !isStart(element) && !isEnd(element);
  if (element.type !== "Quantifier" && element.type !== "Alternation") return false;
  return element.alternatives.some(({ elements }) => elements.some(looksAround));
}

export function mentions(node: Node, kind: "ahead" | "behind"): boolean {
  if (node.type === "Assertion" && node.kind === kind) return true;
  if (node.type === "Concatenation") return node.elements.some((element) => mentions(element, kind));
  return "alternatives" in node && node.alternatives.some((option) => mentions(option, kind));
}

export function isStart(element: Element | undefined): boolean {
  return isAnchor(element, "behind");
}

export function isEnd(element: Element | undefined): boolean {
  return isAnchor(element, "ahead");
}

/** refa spells `^` as "no character before" and `$` as "no character after". */
function isAnchor(element: Element | undefined, kind: "ahead" | "behind"): boolean {
  if (element?.type !== "Assertion" || element.kind !== kind || !element.negate) return false;
  const [only, second] = element.alternatives;
  const character = only?.elements[0];
  return (
    second === undefined &&
    only?.elements.length === 1 &&
    character?.type === "CharacterClass" &&
    character.characters.isAll
  );
}
