import type { Json } from "../../../model.ts";
import type { Literal } from "../formula.ts";
import { typeOf, types } from "../types.ts";
import { solveArray } from "./array.ts";
import { assume, type Branch, type Choice, type Clause, noBranch } from "./branch.ts";
import { solveNumber } from "./number.ts";
import { solveObject } from "./object.ts";
import { memberLiterals, type ObjectParts, objectParts } from "./object-parts.ts";
import { propagate } from "./propagate.ts";
import { better, type Context, empty, type Outcome, unknown, witness } from "./outcome.ts";
import { type Languages, solveString } from "./string.ts";

const activeLimit = 400;

/** Boolean search over one instance type: units are propagated, the shortest clause is split first. */
export function makeSplitter(
  context: Context,
  languages: Languages,
): (type: number, goal: readonly Literal[]) => Outcome {
  const { arena, rules } = context;
  let active = 0;

  return (type, goal) => {
    return search(type, noBranch, goal, goal);
  };

  function search(
    type: number,
    branch: Branch,
    added: readonly Literal[],
    goal: readonly Literal[],
  ): Outcome {
    if (!context.spend(1)) return unknown("the step budget ran out", added[0] ?? goal[0]);
    if (active >= activeLimit) return unknown("too many alternatives inside each other", added[0] ?? goal[0]);
    active++;
    const outcome = searchInside(type, branch, added, goal);
    active--;
    return outcome;
  }

  function searchInside(
    type: number,
    branch: Branch,
    added: readonly Literal[],
    goal: readonly Literal[],
  ): Outcome {
    const grown = assume(type, branch, added, context);
    const ready = grown && propagate(type, grown, context);
    if (ready === undefined) return empty;
    const listed = rules.on("listed values are tried") ? positiveList(type, ready.facts) : undefined;
    if (listed !== undefined) return tryListed(listed, ready, goal);
    const parts = ready.clauses.length + ready.choices.length;
    if (parts === 0) return solveAtoms(type, ready.facts);
    const probed = parts > 1 && ready.choices.length === 0;
    if (probed && rules.on("each branch of several clauses is probed")) return probe(type, ready, goal);
    return divide(type, ready, goal);
  }

  /** Looks at each branch with the units alone: many die at once, and a lucky witness may end the search. */
  function probe(type: number, branch: Branch, goal: readonly Literal[]): Outcome {
    const base = solveAtoms(type, branch.facts);
    if (base.kind === "empty") return empty;
    if (base.kind === "witness" && context.allHold(goal, base.value) === true) return base;
    const refuted = memberRefuter(type, branch);
    const clauses: Clause[] = [];
    let shrunk = false;
    const shortest = Math.min(...branch.clauses.map(({ length }) => length));
    for (const clause of branch.clauses) {
      // A long clause mostly falls to what a short one, once split, makes known.
      if (clause.length > Math.max(32, 4 * shortest)) {
        clauses.push(clause);
        continue;
      }
      const left: Literal[] = [];
      for (const literal of clause) {
        if (!context.spend(1)) return unknown("the step budget ran out", goal[0]);
        if (refuted(literal)) continue;
        const grown = assume(type, { ...noBranch, facts: branch.facts }, [literal], context);
        const alone = grown === undefined ? empty : solveAtoms(type, grown.facts);
        if (alone.kind === "witness" && context.allHold(goal, alone.value) === true) return alone;
        if (alone.kind !== "empty") left.push(literal);
      }
      if (left.length === 0) return empty;
      shrunk ||= left.length < clause.length;
      clauses.push(left);
    }
    const next = { ...branch, clauses };
    return shrunk ? search(type, next, [], goal) : divide(type, next, goal);
  }

  function divide(type: number, branch: Branch, goal: readonly Literal[]): Outcome {
    const shortest = [...branch.clauses].sort((a, b) => a.length - b.length)[0];
    const [choice] = branch.choices;
    if (choice !== undefined && (shortest === undefined || choice.of.length <= 2 * shortest.length)) {
      return chooseOne(type, branch, choice, goal);
    }
    if (shortest === undefined) return solveAtoms(type, branch.facts);
    const rest = { ...branch, clauses: branch.clauses.filter((clause) => clause !== shortest) };
    const refuted = memberRefuter(type, branch);
    let best: Outcome = empty;
    for (const literal of shortest) {
      if (refuted(literal)) continue;
      best = better(best, search(type, rest, [literal], goal));
      if (best.kind === "witness" && best.sure) break;
    }
    return best;
  }

  /**
   * The cheapest look at "some member violates its schema": the member by itself, with what else is asked of it.
   * All that holds of the object is sorted once, so that a change to one member of many costs one look each.
   */
  function memberRefuter(type: number, branch: Branch): (literal: Literal) => boolean {
    if (type !== types.object || !rules.on("members are refuted one by one")) return () => false;
    let parts: ObjectParts | undefined;
    const refuted = (literal: Literal): boolean => {
      const node = arena.node(literal);
      if (literal > 0) return node.kind === "and" && node.of.some((child) => child < 0 && refuted(child));
      if (node.kind !== "members" || node.region.kind !== "name") return false;
      parts ??= objectParts([...branch.facts], context);
      return context.solve([...memberLiterals(parts, node.region.name), -node.of]).kind === "empty";
    };
    return refuted;
  }

  /** First each alternative alone; where its witness satisfies another as well, again without the others. */
  function chooseOne(type: number, branch: Branch, choice: Choice, goal: readonly Literal[]): Outcome {
    const rest = { ...branch, choices: branch.choices.filter((other) => other !== choice) };
    let best: Outcome = empty;
    for (const [index, literal] of choice.of.entries()) {
      const alone = search(type, rest, [literal], goal);
      if (alone.kind === "empty") continue;
      const others = choice.of.filter((_, other) => other !== index).map((other) => -other);
      if (alone.kind === "witness" && context.allHold(others, alone.value) === true)
        best = better(best, alone);
      else if (!rules.on("alternatives that overlap are refined"))
        best = better(best, unknown("overlapping alternatives", literal));
      else best = better(best, search(type, rest, [literal, ...others], goal));
      if (best.kind === "witness" && best.sure) break;
    }
    return best;
  }

  function positiveList(type: number, facts: ReadonlySet<Literal>): readonly Json[] | undefined {
    for (const literal of facts) {
      const node = arena.node(literal);
      if (literal > 0 && node.kind === "enum") {
        return [...node.values.values()].filter((value) => typeOf(value) === type);
      }
    }
    return undefined;
  }

  function tryListed(values: readonly Json[], branch: Branch, goal: readonly Literal[]): Outcome {
    let best: Outcome = empty;
    for (const value of values) {
      if (!context.spend(1)) return unknown("the step budget ran out", goal[0]);
      if (context.allHold(branch.facts, value) === false) continue;
      const truth = context.allHold(goal, value);
      if (truth === false) continue;
      best = better(best, witness(value, truth === true));
      if (truth === true) break;
    }
    return best;
  }

  function solveAtoms(type: number, facts: ReadonlySet<Literal>): Outcome {
    const atoms: Literal[] = [];
    let known = true;
    for (const literal of facts) {
      const { kind } = arena.node(literal);
      if (kind === "opaque") known = false;
      if (kind !== "and" && kind !== "oneOf" && kind !== "ref" && kind !== "type") atoms.push(literal);
    }
    const outcome = solverOf(type)(atoms.sort((a, b) => a - b));
    return outcome.kind === "witness" && !known ? witness(outcome.value, false) : outcome;
  }

  function solverOf(type: number): (atoms: readonly Literal[]) => Outcome {
    if (type === types.string) return (atoms) => solveString(atoms, languages, context);
    if (type === types.array) return (atoms) => solveArray(atoms, context);
    if (type === types.object) return (atoms) => solveObject(atoms, context);
    return (atoms) => solveNumber(type, atoms, context);
  }
}
