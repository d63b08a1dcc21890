import { type Literal, no } from "../formula.ts";
import { typeOf, types } from "../types.ts";
import type { Context } from "./outcome.ts";
import { shapeOfValue } from "./shape-of-value.ts";

/** What is taken for true of an instance of one type, and clauses of which one literal each must hold. */
export interface Branch {
  readonly facts: ReadonlySet<Literal>;
  readonly clauses: readonly Clause[];
  readonly choices: readonly Choice[];
}

export type Clause = readonly Literal[];

/** Exactly one of these holds. */
export interface Choice {
  readonly of: readonly Literal[];
}

export const noBranch: Branch = { facts: new Set(), clauses: [], choices: [] };

/** Whether a value of the type can satisfy the literal, as far as types tell. */
export function allows(type: number, literal: Literal, { arena, rules }: Context): boolean {
  return rules.on("types rule out branches") ? (arena.typesOf(literal) & type) !== 0 : literal !== no;
}

/** Adds literals to a branch, taken apart; undefined where they contradict it. */
export function assume(
  type: number,
  branch: Branch,
  added: readonly Literal[],
  context: Context,
): Branch | undefined {
  const { arena, rules } = context;
  const facts = new Set(branch.facts);
  const clauses = [...branch.clauses];
  const choices = [...branch.choices];
  const open = [...added];
  for (let literal = open.pop(); literal !== undefined; literal = open.pop()) {
    if (!allows(type, literal, context)) return undefined;
    if (!allows(type, -literal, context) || facts.has(literal)) continue;
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
        else clauses.push(noneOrTwo(node.of, context));
        break;
      case "enum":
        if (literal < 0 && (type === types.array || type === types.object)) {
          const compound = [...node.values.values()].filter((value) => typeOf(value) === type);
          for (const value of compound) open.push(-shapeOfValue(value, arena));
        }
        break;
    }
  }
  return { facts, clauses, choices };
}

/** Not exactly one: none of them, or two at once. */
function noneOrTwo(of: readonly Literal[], { arena }: Context): Clause {
  const clause: Literal[] = [arena.and(of.map((child) => -child))];
  for (const [index, a] of of.entries()) {
    for (const b of of.slice(index + 1)) {
      const both = arena.and([a, b]);
      if (both !== no) clause.push(both);
    }
  }
  return clause;
}
