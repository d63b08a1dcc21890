import type { Json } from "../../../model.ts";
import type { Arena } from "../arena.ts";
import type { Literal } from "../formula.ts";
import { type FormatTests, makeHolds, type Truth } from "../holds.ts";
import { buildNfa, type Dfa, makeDfa } from "../regex/index.ts";
import type { Rules } from "../rules.ts";
import { allTypes, anyType, types } from "../types.ts";
import { better, type Context, empty, firstWitness, type Outcome, unknown, witness } from "./outcome.ts";
import { makeSplitter } from "./split.ts";

export interface SolverOptions {
  readonly formats: FormatTests;
  readonly rules: Rules;
  /** Steps, never time. */
  readonly budget: number;
}

export interface Solver {
  readonly context: Context;
  readonly spent: () => number;
  /** States of automata that were searched. */
  readonly searched: () => number;
}

const depthLimit = 96;

/**
 * Decides conjunctions of literals: empty, or a value, or unknown. Goals are memoised; a goal met again inside itself
 * has no least witness there, since a least witness holds no smaller one of its own kind.
 */
export function makeSolver(arena: Arena, options: SolverOptions): Solver {
  const { rules } = options;
  const memo = new Map<string, Outcome>();
  const open = new Map<string, number>();
  const dfas = new Map<string, Dfa | undefined>();
  const holds = makeHolds(arena, options.formats, spend);
  let spent = 0;
  /** The outermost open goal that the current one leaned on; Infinity for none. */
  let leaned = Number.POSITIVE_INFINITY;

  let searched = 0;
  const onSearched = (states: number) => {
    searched += states;
  };
  const context: Context = {
    arena,
    formats: options.formats,
    rules,
    holds,
    solve,
    spend,
    onSearched,
    allHold,
  };
  const split = makeSplitter(context, languageOf);
  return { context, spent: () => spent, searched: () => searched };

  function spend(steps: number): boolean {
    spent += steps;
    return spent <= options.budget;
  }

  function languageOf(source: string): Dfa | undefined {
    if (!dfas.has(source)) {
      const nfa = buildNfa(source);
      dfas.set(source, nfa && makeDfa(nfa));
    }
    return dfas.get(source);
  }

  function allHold(literals: Iterable<Literal>, value: Json): Truth {
    let all: Truth = true;
    for (const literal of literals) {
      const truth = holds(literal, value);
      if (truth === false) return false;
      if (truth === undefined) all = undefined;
    }
    return all;
  }

  function solve(asked: readonly Literal[]): Outcome {
    const goal = [...new Set(asked)].sort((a, b) => a - b);
    const key = goal.join();
    const known = memo.get(key);
    if (known !== undefined) return known;
    const frame = open.get(key);
    if (frame !== undefined) {
      leaned = Math.min(leaned, frame);
      return rules.on("loops have no least witness")
        ? empty
        : unknown("a schema that contains itself", goal[0]);
    }
    if (open.size >= depthLimit) return unknown("nested too deep", goal[0]);
    if (!spend(1)) return unknown("the step budget ran out", goal[0]);
    const depth = open.size;
    const before = leaned;
    leaned = Number.POSITIVE_INFINITY;
    open.set(key, depth);
    const outcome = solveGoal(goal);
    open.delete(key);
    // What leans on a goal still open holds only inside it; a witness holds anywhere.
    if (leaned >= depth || outcome.kind === "witness") memo.set(key, outcome);
    leaned = Math.min(before, leaned < depth ? leaned : Number.POSITIVE_INFINITY);
    return outcome;
  }

  function solveGoal(goal: readonly Literal[]): Outcome {
    let mask: number = anyType;
    for (const literal of goal) mask &= arena.typesOf(literal);
    const listed = rules.on("listed values are tried") ? shortestList(goal) : undefined;
    if (listed !== undefined) return tryValues(listed, goal);
    return firstWitness(
      allTypes.filter((type) => (mask & type) !== 0).map((type) => () => checked(ofType(type, goal), goal)),
    );
  }

  function ofType(type: number, goal: readonly Literal[]): Outcome {
    if (type === types.null) return tryValues([null], goal);
    if (type === types.boolean) return tryValues([false, true], goal);
    return split(type, goal);
  }

  /** A witness that does not satisfy its own goal is a flaw of the builder, never a proof of anything. */
  function checked(outcome: Outcome, goal: readonly Literal[]): Outcome {
    if (outcome.kind !== "witness") return outcome;
    const truth = allHold(goal, outcome.value);
    if (truth === false) return unknown("no witness could be built", goal[0]);
    return witness(outcome.value, truth === true);
  }

  function shortestList(goal: readonly Literal[]): readonly Json[] | undefined {
    let best: ReadonlyMap<string, Json> | undefined;
    for (const literal of goal) {
      for (const part of literal > 0 ? partsOf(literal) : []) {
        const node = arena.node(part);
        if (part > 0 && node.kind === "enum" && node.values.size < (best?.size ?? Number.POSITIVE_INFINITY)) {
          best = node.values;
        }
      }
    }
    return best && [...best.values()];
  }

  function partsOf(literal: Literal): readonly Literal[] {
    const node = arena.node(literal);
    return node.kind === "and" ? node.of : [literal];
  }

  function tryValues(values: readonly Json[], goal: readonly Literal[]): Outcome {
    let best: Outcome = empty;
    for (const value of values) {
      if (!spend(1)) return better(best, unknown("the step budget ran out", goal[0]));
      const truth = allHold(goal, value);
      if (truth !== false) best = better(best, witness(value, truth === true));
      if (truth === true) break;
    }
    return best;
  }
}
