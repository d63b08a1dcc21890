import type { Literal } from "../formula.ts";
import { types } from "../types.ts";
import { allows, assume, type Branch, type Clause } from "./branch.ts";
import type { Context } from "./outcome.ts";
import { type Tags, tagsOf, tagsSay } from "./tags.ts";

const noTags: Tags = new Map();

/** Clauses without literals the facts rule out; what is left alone becomes a fact. Undefined where nothing is left. */
export function propagate(type: number, branch: Branch, context: Context): Branch | undefined {
  let current = branch;
  for (;;) {
    const forced: Literal[] = [];
    const clauses: Clause[] = [];
    const tagged =
      type === types.object && current.clauses.length > 0 && context.rules.on("tags tell alternatives apart");
    const tags = tagged ? tagsOf(current.facts, context.arena) : noTags;
    for (const clause of current.clauses) {
      const left = reduce(type, clause, current.facts, tags, context);
      if (left === "held") continue;
      const [only] = left;
      if (only === undefined) return undefined;
      if (left.length === 1) forced.push(only);
      else clauses.push(left);
    }
    const next: Branch = { ...current, clauses };
    if (forced.length === 0) return next;
    const grown = assume(type, next, forced, context);
    if (grown === undefined) return undefined;
    current = grown;
  }
}

function reduce(
  type: number,
  clause: Clause,
  facts: ReadonlySet<Literal>,
  tags: Tags,
  context: Context,
): Clause | "held" {
  const left: Literal[] = [];
  for (const literal of clause) {
    const allowed = allows(type, literal, context);
    if (facts.has(literal) || (allowed && !allows(type, -literal, context))) return "held";
    if (!allowed || contradicts(literal, facts, context)) continue;
    const said = tags.size === 0 ? undefined : tagsSay(literal, tags, context.arena);
    if (said === true) return "held";
    if (said === undefined) left.push(literal);
  }
  return left;
}

/** The literal, or some part of it, is the negation of a fact. */
function contradicts(literal: Literal, facts: ReadonlySet<Literal>, { arena, rules }: Context): boolean {
  if (!rules.on("identical literals clash")) return false;
  if (facts.has(-literal)) return true;
  const node = arena.node(literal);
  return literal > 0 && node.kind === "and" && node.of.some((child) => facts.has(-child));
}
