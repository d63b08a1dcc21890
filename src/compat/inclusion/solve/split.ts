import type { Json } from "../../../model.ts";
import { type Literal, no } from "../formula.ts";
import { typeOf, types } from "../types.ts";
import { solveArray } from "./array.ts";
import { solveNumber } from "./number.ts";
import { solveObject } from "./object.ts";
import { better, type Context, empty, type Outcome, unknown, witness } from "./outcome.ts";
import { shapeOfValue } from "./shape-of-value.ts";
import { type Languages, solveString } from "./string.ts";

/** What is taken for true of an instance of one type, and clauses of which one literal each must hold. */
interface Branch {
  readonly facts: ReadonlySet<Literal>;
  readonly clauses: readonly Clause[];
  readonly choices: readonly Choice[];
}

const activeLimit = 400;

type Clause = readonly Literal[];

/** Exactly one of these holds. */
interface Choice {
  readonly of: readonly Literal[];
}

/** Boolean search over one instance type: units are propagated, the shortest clause is split first. */
export function makeSplitter(
  context: Context,
  languages: Languages,
): (type: number, goal: readonly Literal[]) => Outcome {
  const { arena, rules } = context;
  let active = 0;

  return (type, goal) => {
    const start: Branch = { facts: new Set(), clauses: [], choices: [] };
    return search(type, start, goal, goal);
  };

  /** Adds literals to a branch; undefined where they contradict it. */
  function assume(type: number, branch: Branch, added: readonly Literal[]): Branch | undefined {
    const facts = new Set(branch.facts);
    const clauses = [...branch.clauses];
    const choices = [...branch.choices];
    const open = [...added];
    for (let literal = open.pop(); literal !== undefined; literal = open.pop()) {
      if (!allows(type, literal)) return undefined;
      if (!allows(type, -literal) || facts.has(literal)) continue;
      if (rules.on("identical literals clash") && facts.has(-literal)) return undefined;
      facts.add(literal);
      const node = arena.node(literal);
      switch (node.kind) {
        case "and":
          if (literal > 0) for (const child of node.of) open.push(child);
          else clauses.push(node.of.map((child) => -child));
          break;
        case "ref":
          open.push(literal > 0 ? arena.body(node.target) : -arena.body(node.target));
          break;
        case "oneOf":
          if (literal > 0) choices.push({ of: node.of });
          else clauses.push(noneOrTwo(node.of));
          break;
        case "enum": {
          if (literal > 0) break;
          for (const value of node.values.values()) {
            const compound = type === types.array || type === types.object;
            if (compound && typeOf(value) === type) open.push(-shapeOfValue(value, arena));
          }
          break;
        }
      }
    }
    return { facts, clauses, choices };
  }

  function allows(type: number, literal: Literal): boolean {
    return rules.on("types rule out branches") ? (arena.typesOf(literal) & type) !== 0 : literal !== no;
  }

  function noneOrTwo(of: readonly Literal[]): Clause {
    const clause: Literal[] = [arena.and(of.map((child) => -child))];
    for (const [index, a] of of.entries()) {
      for (const b of of.slice(index + 1)) {
        const both = arena.and([a, b]);
        if (both === no) continue;
        clause.push(both);
      }
    }
    return clause;
  }

  /** Clauses without literals the units rule out; undefined where one has none left. */
  function propagate(type: number, branch: Branch): Branch | undefined {
    let current = branch;
    for (;;) {
      const forced: Literal[] = [];
      const clauses: Clause[] = [];
      for (const clause of current.clauses) {
        const left = reduce(type, clause, current.facts);
        if (left === "held") continue;
        const [only] = left;
        if (only === undefined) return undefined;
        if (left.length === 1) forced.push(only);
        else clauses.push(left);
      }
      const next: Branch = { ...current, clauses };
      if (forced.length === 0) return next;
      const grown = assume(type, next, forced);
      if (grown === undefined) return undefined;
      current = grown;
    }
  }

  function reduce(type: number, clause: Clause, facts: ReadonlySet<Literal>): Clause | "held" {
    const left: Literal[] = [];
    for (const literal of clause) {
      if (facts.has(literal) || (allows(type, literal) && !allows(type, -literal))) return "held";
      if (!allows(type, literal)) continue;
      if (rules.on("identical literals clash") && contradicts(literal, facts)) continue;
      left.push(literal);
    }
    return left;
  }

  /** Some part of the literal is the negation of a fact. */
  function contradicts(literal: Literal, facts: ReadonlySet<Literal>): boolean {
    if (facts.has(-literal)) return true;
    const node = arena.node(literal);
    return literal > 0 && node.kind === "and" && node.of.some((child) => facts.has(-child));
  }

  function search(
    type: number,
    branch: Branch,
    added: readonly Literal[],
    goal: readonly Literal[],
  ): Outcome {
    if (!context.spend(1)) return unknown("the step budget ran out", goal[0]);
    if (active >= activeLimit) return unknown("too many alternatives inside each other", goal[0]);
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
    const grown = assume(type, branch, added);
    const ready = grown && propagate(type, grown);
    if (ready === undefined) return empty;
    const listed = rules.on("listed values are tried") ? positiveList(type, ready.facts) : undefined;
    if (listed !== undefined) return tryListed(listed, ready, goal);
    const [choice] = ready.choices;
    if (ready.clauses.length === 0 && choice === undefined) return solveAtoms(type, ready.facts);

    if (
      ready.clauses.length + ready.choices.length > 1 &&
      rules.on("each branch of several clauses is probed")
    ) {
      return probe(type, ready, goal);
    }
    return divide(type, ready, goal);
  }

  /** Looks at each branch with the units alone: many die at once, and a lucky witness may end the search. */
  function probe(type: number, branch: Branch, goal: readonly Literal[]): Outcome {
    const base = solveAtoms(type, branch.facts);
    if (base.kind === "empty") return empty;
    if (base.kind === "witness" && context.allHold(goal, base.value) === true) return base;
    const clauses: Clause[] = [];
    let shrunk = false;
    for (const clause of branch.clauses) {
      const left: Literal[] = [];
      for (const literal of clause) {
        if (!context.spend(1)) return unknown("the step budget ran out", goal[0]);
        const grown = assume(type, { facts: branch.facts, clauses: [], choices: [] }, [literal]);
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
    if (choice !== undefined && (shortest === undefined || choice.of.length <= shortest.length)) {
      return chooseOne(type, branch, choice, goal);
    }
    if (shortest === undefined) return solveAtoms(type, branch.facts);
    const rest = { ...branch, clauses: branch.clauses.filter((clause) => clause !== shortest) };
    let best: Outcome = empty;
    for (const literal of shortest) {
      best = better(best, search(type, rest, [literal], goal));
      if (best.kind === "witness" && best.sure) break;
    }
    return best;
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
