import { type CharSet, type Concatenation, type Element, JS } from "refa";

/** What an expression begins and ends with, as positions: its character classes, numbered. */
interface Part {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const nothing: Part = { nullable: true, first: [], last: [] };
/** Beyond this, comparing every two positions takes longer than asking `recheck`. */
const mostPositions = 400;
const manyTimes = 100;
const mostWrittenOut = 16;

class Ambiguous extends Error {}

/**
 * Whether a pattern (flag `u`) is proved to match in linear time: it is anchored at the start or repeats nothing for
 * long, and at no point two ways of going on begin with the same character (strongly one-unambiguous, after
 * Brüggemann-Klein and Wood). Most patterns of schemas are; of the others this says nothing.
 */
export function isProvedLinear(pattern: string): boolean {
  try {
    const { expression } = JS.Parser.fromLiteral({ source: pattern, flags: "u" }).parse({
      assertions: "parse",
      backreferences: "throw",
      // Simplified, `(a|a)*` would look as harmless as `a*`.
      simplify: false,
      maxNodes: 2_000,
    });
    const alternatives = expression.alternatives.map(withoutAnchors);
    const anchored = alternatives.every(({ atStart }) => atStart);
    judge(
      alternatives.map(({ elements }) => elements),
      anchored,
    );
    return true;
  } catch {
    // Ambiguous, no pattern, or with look-arounds and references this cannot read: `recheck` decides.
    return false;
  }
}

function withoutAnchors({ elements }: Concatenation): { elements: readonly Element[]; atStart: boolean } {
  const atStart = isEdge(elements[0], "behind");
  const inner = elements.slice(atStart ? 1 : 0);
  return { elements: isEdge(inner.at(-1), "ahead") ? inner.slice(0, -1) : inner, atStart };
}

/** `^` and `$`: nothing behind, nothing ahead. */
function isEdge(element: Element | undefined, kind: "ahead" | "behind"): boolean {
  if (element?.type !== "Assertion" || element.kind !== kind || !element.negate) return false;
  const [only] = element.alternatives;
  const [first] = only?.elements ?? [];
  return element.alternatives.length === 1 && only?.elements.length === 1 && isAll(first);
}

function isAll(element: Element | undefined): boolean {
  return element?.type === "CharacterClass" && element.characters.isAll;
}

/** @throws Ambiguous */
function judge(alternatives: readonly (readonly Element[])[], anchored: boolean): void {
  const positions: CharSet[] = [];
  const follow: Set<number>[] = [];
  distinct(choice(alternatives).first);
  for (const next of follow) distinct([...next]);

  function choice(branches: readonly (readonly Element[])[]): Part {
    const parts = branches.map(sequence);
    if (parts.filter(({ nullable }) => nullable).length > 1) throw new Ambiguous();
    return {
      nullable: parts.some(({ nullable }) => nullable),
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
    };
  }

  function sequence(elements: readonly Element[]): Part {
    return elements.map(part).reduce(then, nothing);
  }

  function then(before: Part, after: Part): Part {
    connect(before.last, after.first);
    return {
      nullable: before.nullable && after.nullable,
      first: before.nullable ? [...before.first, ...after.first] : before.first,
      last: after.nullable ? [...before.last, ...after.last] : after.last,
    };
  }

  function part(element: Element): Part {
    if (element.type === "CharacterClass") return position(element.characters);
    if (element.type === "Alternation") return choice(element.alternatives.map(({ elements }) => elements));
    if (element.type !== "Quantifier") throw new Ambiguous();
    const { min, max, alternatives: repeated } = element;
    if (max > manyTimes && !anchored) throw new Ambiguous();
    const once = () => choice(repeated.map(({ elements }) => elements));
    // Counted exactly, the end of the loop is no choice: written out, it is none here either.
    if (min === max && max <= mostWrittenOut) return Array.from({ length: max }, once).reduce(then, nothing);
    const inner = once();
    if (max > 1) {
      if (inner.nullable) throw new Ambiguous();
      connect(inner.last, inner.first);
    }
    return { ...inner, nullable: inner.nullable || min === 0 };
  }

  function position(characters: CharSet): Part {
    const number = positions.push(characters) - 1;
    if (number >= mostPositions) throw new Ambiguous();
    follow.push(new Set());
    return { nullable: false, first: [number], last: [number] };
  }

  /** Two ways between the same two positions, as in `(a*)*`, are an ambiguity that sets of characters do not show. */
  function connect(before: readonly number[], after: readonly number[]): void {
    for (const from of before) {
      for (const to of after) {
        if (follow[from]?.has(to)) throw new Ambiguous();
        follow[from]?.add(to);
      }
    }
  }

  function distinct(choices: readonly number[]): void {
    let seen: CharSet | undefined;
    for (const choice of choices) {
      const characters = positions[choice];
      if (characters === undefined) continue;
      if (seen !== undefined && !seen.isDisjointWith(characters)) throw new Ambiguous();
      seen = seen === undefined ? characters : seen.union(characters);
    }
  }
}
