import type { Assertion, CharSet, Element } from "refa";
import { runsAreFew } from "./few-runs.ts";

/** The character classes of an expression, numbered, and which can come after which (Glushkov's automaton). */
export interface Positions {
  readonly characters: readonly CharSet[];
  readonly first: readonly number[];
  readonly follow: readonly ReadonlySet<number>[];
}

/** There are two ways where one was hoped for, or something this cannot read. */
export class Ambiguous extends Error {}

/** What a part begins and ends with, as positions. */
interface Part {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const nothing: Part = { nullable: true, first: [], last: [] };
/** Beyond this, comparing every two positions takes longer than asking `recheck`. */
const mostPositions = 400;
/** Elements, those written out each time: a matcher looks at all of them between two characters. */
const mostElements = 1_000;
/** Characters that a pattern may read from each point of a text. */
const mostRead = 400;
const mostWrittenOut = 16;

/** `^` and `$`: nothing behind, nothing ahead. */
export function isEdge(element: Element | undefined, kind: "ahead" | "behind"): boolean {
  if (element?.type !== "Assertion" || element.kind !== kind || !element.negate) return false;
  const [only] = element.alternatives;
  const [first] = only?.elements ?? [];
  return element.alternatives.length === 1 && only?.elements.length === 1 && isAll(first);
}

function isAll(element: Element | undefined): boolean {
  return element?.type === "CharacterClass" && element.characters.isAll;
}

/**
 * The positions of these alternatives.
 * @param anchored whether each begins at the start of the text alone.
 * @throws Ambiguous
 */
export function positionsOf(alternatives: readonly (readonly Element[])[], anchored: boolean): Positions {
  const characters: CharSet[] = [];
  const follow: Set<number>[] = [];
  let [elements, read, times] = [0, 0, 1];
  const { first } = choice(alternatives);
  return { characters, first, follow };

  function choice(branches: readonly (readonly Element[])[]): Part {
    const parts = branches.map(sequence);
    if (parts.filter(({ nullable }) => nullable).length > 1) throw new Ambiguous();
    return {
      nullable: parts.some(({ nullable }) => nullable),
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
    };
  }

  function sequence(inner: readonly Element[]): Part {
    return inner.map(part).reduce(then, nothing);
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
    spend(1);
    if (element.type === "CharacterClass") return position(element.characters);
    if (element.type === "Alternation") return choice(element.alternatives.map(({ elements }) => elements));
    if (element.type === "Assertion") return assertion(element);
    if (element.type !== "Quantifier") throw new Ambiguous();
    const { min, max, alternatives: repeated } = element;
    const once = () => choice(repeated.map(({ elements }) => elements));
    // Counted exactly, the end of the loop is no choice: written out, it is none here either.
    if (min === max && max <= mostWrittenOut) return Array.from({ length: max }, once).reduce(then, nothing);
    const outer = times;
    times *= Math.max(max, 1);
    const inner = once();
    times = outer;
    if (max > 1) {
      if (inner.nullable) throw new Ambiguous();
      connect(inner.last, inner.first);
    }
    return { ...inner, nullable: inner.nullable || min === 0 };
  }

  /** The end, and a brief look around, are a step more where they stand; they may pass for none. */
  function assertion(element: Assertion): Part {
    if (isEdge(element, "ahead")) return nothing;
    const inside = element.alternatives.map(({ elements }) => elements);
    if (!inside.flat().every(isBrief)) throw new Ambiguous();
    const positions = positionsOf(inside, true);
    spend(positions.characters.length);
    if (!runsAreFew(positions)) throw new Ambiguous();
    return nothing;
  }

  function position(set: CharSet): Part {
    // What comes after it no text reaches, but a look behind begins there.
    if (set.isEmpty) throw new Ambiguous();
    const number = characters.push(set) - 1;
    read += times;
    if (number >= mostPositions || (read > mostRead && !anchored)) throw new Ambiguous();
    follow.push(new Set());
    return { nullable: false, first: [number], last: [number] };
  }

  function spend(steps: number): void {
    elements += steps;
    if (elements > mostElements) throw new Ambiguous();
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
}

/** Without repetition. */
function isBrief(element: Element): boolean {
  if (element.type === "CharacterClass" || isEdge(element, "ahead")) return true;
  return (
    element.type === "Alternation" && element.alternatives.every(({ elements }) => elements.every(isBrief))
  );
}
