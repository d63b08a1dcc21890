import { type CharSet, JS } from "refa";
import type { Concatenation, Element } from "refa";
import { patternOf } from "../../../evaluate/pattern.ts";
import { isEnd, isStart, mayFloatBetweenHalves, mentions } from "./elements.ts";
import { spellProperties } from "./spell-properties.ts";

/** A look-around: what may (not) follow a position, or come before it. */
export interface Assertion {
  readonly kind: "ahead" | "behind";
  readonly negate: boolean;
  readonly body: Nfa;
}

export interface NfaState {
  readonly free: number[];
  readonly chars: { readonly set: CharSet; readonly to: number }[];
  readonly asserts: { readonly assertion: number; readonly to: number }[];
}

/**
 * Thompson's construction over refa's syntax tree. A word is accepted when a run ends in `final`;
 * `rest` is the state that swallows whatever follows an unanchored match.
 */
export interface Nfa {
  readonly states: readonly NfaState[];
  readonly assertions: readonly Assertion[];
  readonly start: number;
  readonly final: number;
  readonly rest: number;
  /** The pattern was read without the `u` flag: it sees UTF-16 code units, two of them above U+FFFF. */
  readonly units: boolean;
}

/** How the ends of the word relate to the match. */
interface Ends {
  readonly floatStart: boolean;
  readonly floatEnd: boolean;
}

const stateLimit = 20_000;

/**
 * The automaton of a pattern as validators run it: an unanchored search, `u` flag where the pattern allows it.
 * Undefined where the pattern cannot be modelled exactly: back-references, look-arounds nested the other way round,
 * patterns that tell surrogate halves apart, or too many states. So are floating alternatives that match nothing but a
 * look-around: V8 finds `\B` between the halves of one character.
 */
export function buildNfa(source: string): Nfa | undefined {
  const { unicode } = patternOf(source);
  const parsed = parsePattern(unicode ? spellProperties(source) : source, unicode ? "u" : "");
  if (parsed === undefined) return undefined;
  return construct(parsed.alternatives, { floatStart: true, floatEnd: true }, !unicode);
}

function parsePattern(source: string, flags: string) {
  try {
    const parser = JS.Parser.fromLiteral({ source, flags });
    return parser.parse({ backreferences: "unknown", maxBackreferenceWords: 0, maxNodes: 20_000 }).expression;
  } catch {
    return undefined;
  }
}

function construct(alternatives: readonly Concatenation[], ends: Ends, units: boolean): Nfa | undefined {
  const states: NfaState[] = [];
  const assertions: Assertion[] = [];
  let sound = true;
  const add = () => {
    if (states.length > stateLimit) sound = false;
    return states.push({ free: [], chars: [], asserts: [] }) - 1;
  };
  const at = (index: number): NfaState => states[index] ?? { free: [], chars: [], asserts: [] };
  const start = add();
  const final = add();
  const rest = add();
  at(rest).free.push(final);
  const float = add();
  at(start).free.push(float);

  for (const { elements } of alternatives) {
    // Anchors are read off each alternative: `^a|b` anchors the first one only.
    const from = ends.floatStart && isStart(elements[0]) ? 1 : 0;
    const to = ends.floatEnd && isEnd(elements.at(-1)) && elements.length > from ? -1 : elements.length;
    if (ends.floatStart && from === 0 && to !== -1 && mayFloatBetweenHalves(elements)) sound = false;
    const tail = chain(elements.slice(from, to), from === 1 || !ends.floatStart ? start : float);
    at(tail).free.push(to === -1 || !ends.floatEnd ? final : rest);
  }
  const all = alphabet(units);
  if (ends.floatStart) at(float).chars.push({ set: all, to: float });
  if (ends.floatEnd) at(rest).chars.push({ set: all, to: rest });
  return sound ? { states, assertions, start, final, rest, units } : undefined;

  function chain(elements: readonly Element[], from: number): number {
    let state = from;
    for (const element of elements) {
      if (!sound) return state;
      state = one(element, state);
    }
    return state;
  }

  function either(options: readonly Concatenation[], from: number): number {
    const to = add();
    for (const option of options) {
      const entry = add();
      at(from).free.push(entry);
      at(chain(option.elements, entry)).free.push(to);
    }
    return to;
  }

  function one(element: Element, from: number): number {
    switch (element.type) {
      case "CharacterClass": {
        const to = add();
        if (units && !evenOnSurrogates(element.characters)) sound = false;
        at(from).chars.push({ set: element.characters, to });
        return to;
      }
      case "Alternation":
        return either(element.alternatives, from);
      case "Quantifier":
        return repeat(element.alternatives, element.min, element.max, from);
      case "Assertion": {
        const to = add();
        const body = lookaround(element.alternatives, element.kind);
        if (body === undefined) sound = false;
        else {
          const assertion = assertions.push({ kind: element.kind, negate: element.negate, body }) - 1;
          at(from).asserts.push({ assertion, to });
        }
        return to;
      }
      case "Unknown":
        sound = false;
        return from;
    }
  }

  function repeat(options: readonly Concatenation[], min: number, max: number, from: number): number {
    let state = from;
    for (let count = 0; count < min && sound; count++) state = either(options, state);
    if (max === Number.POSITIVE_INFINITY) {
      const loop = add();
      at(state).free.push(loop);
      at(either(options, loop)).free.push(loop);
      return loop;
    }
    const out = add();
    at(state).free.push(out);
    for (let count = min; count < max && sound; count++) {
      state = either(options, state);
      at(state).free.push(out);
    }
    return out;
  }

  /** A body may look further in its own direction only: the other way it would see past where its run began. */
  function lookaround(options: readonly Concatenation[], kind: "ahead" | "behind"): Nfa | undefined {
    if (options.some((option) => mentions(option, kind === "ahead" ? "behind" : "ahead"))) return undefined;
    const inner = { floatStart: kind === "behind", floatEnd: kind === "ahead" };
    return construct(options, inner, units);
  }
}

function alphabet(units: boolean): CharSet {
  return units ? everyUnit : everyPoint;
}

const everyUnit = JS.createCharSet([{ min: 0, max: 0xffff }], {});
const everyPoint = JS.createCharSet([{ min: 0, max: 0x10ffff }], { unicode: true });

/** All surrogate halves or none: then a character above U+FFFF is two equal steps. */
function evenOnSurrogates(set: CharSet): boolean {
  let covered = 0;
  for (const { min, max } of set.ranges) {
    covered += Math.max(0, Math.min(max, 0xdfff) - Math.max(min, 0xd800) + 1);
  }
  return covered === 0 || covered === 0x800;
}
