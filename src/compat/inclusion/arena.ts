import type { Json } from "../../model.ts";
import { domainOf } from "./domains.ts";
import { type Literal, no, type Node, yes } from "./formula.ts";
import { keyOf } from "./node-key.ts";
import { anyType, typeOf, types } from "./types.ts";
import { valueKey } from "./value-key.ts";

/**
 * Hash-consed nodes: equal formulas have equal numbers, across both schemas. Children are made before their parents,
 * so that numbers ascend from leaves to roots.
 */
export interface Arena {
  readonly size: () => number;
  node(literal: Literal): Node;
  /** Types a value the literal accepts may have; may be too many, never too few. */
  typesOf(literal: Literal): number;
  /** The node, interned and simplified. */
  make(node: Node): Literal;
  and(literals: Iterable<Literal>): Literal;
  or(literals: Iterable<Literal>): Literal;
  type(mask: number): Literal;
  enumeration(values: Iterable<Json>): Literal;
  /** What a recursive reference stands for. */
  body(target: number): Literal;
  setBody(target: number, literal: Literal): void;
  bodies(): ReadonlyMap<number, Literal>;
}

export function makeArena(): Arena {
  const nodes: Node[] = [{ kind: "true" }, { kind: "true" }];
  const masks: { readonly held: number; readonly denied: number }[] = [
    { held: anyType, denied: 0 },
    { held: anyType, denied: 0 },
  ];
  const byKey = new Map<string, number>();
  const bodies = new Map<number, Literal>();

  function intern(node: Node): Literal {
    const key = keyOf(node);
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const id = nodes.push(node) - 1;
    byKey.set(key, id);
    masks.push(maskOf(node));
    return id;
  }

  function typesOf(literal: Literal): number {
    const mask = masks[Math.abs(literal)];
    return (literal > 0 ? mask?.held : mask?.denied) ?? anyType;
  }

  function maskOf(node: Node): { readonly held: number; readonly denied: number } {
    switch (node.kind) {
      case "true":
        return { held: anyType, denied: 0 };
      case "and":
        return {
          held: node.of.reduce((mask, child) => mask & typesOf(child), anyType),
          denied: node.of.reduce((mask, child) => mask | typesOf(-child), 0),
        };
      case "oneOf":
        return { held: node.of.reduce((mask, child) => mask | typesOf(child), 0), denied: anyType };
      case "ref":
        return { held: anyType, denied: anyType };
      case "type":
        return { held: node.types, denied: anyType & ~node.types };
      case "enum":
        return { held: node.types, denied: node.values.has("null") ? anyType & ~types.null : anyType };
      default:
        return { held: anyType, denied: domainOf(node) };
    }
  }

  function and(literals: Iterable<Literal>): Literal {
    const held = new Set<Literal>();
    let mask: number = anyType;
    const open = [...literals];
    for (let index = 0; index < open.length; index++) {
      const literal = open[index] ?? yes;
      const node = nodes[Math.abs(literal)];
      if (literal === no) return no;
      if (literal === yes || node === undefined) continue;
      if (node.kind === "and" && literal > 0) for (const child of node.of) open.push(child);
      else if (node.kind === "type") mask &= literal > 0 ? node.types : ~node.types;
      else if (held.has(-literal)) return no;
      else held.add(literal);
    }
    for (const literal of held) mask &= typesOf(literal);
    if (mask === 0) return no;
    if (mask !== anyType) {
      // Atoms about types the whole rules out say nothing.
      for (const literal of held) {
        const node = nodes[Math.abs(literal)];
        if (literal > 0 && node !== undefined && (domainOf(node) & mask) === 0) held.delete(literal);
      }
      if (![...held].some((literal) => (typesOf(literal) & ~mask) === 0)) held.add(type(mask));
    }
    const of = [...held].sort((a, b) => a - b);
    const [only] = of;
    if (only === undefined) return yes;
    return of.length === 1 ? only : intern({ kind: "and", of });
  }

  function or(literals: Iterable<Literal>): Literal {
    return -and([...literals].map((literal) => -literal));
  }

  function type(mask: number): Literal {
    if (mask === anyType) return yes;
    return mask === 0 ? no : intern({ kind: "type", types: mask });
  }

  function enumeration(values: Iterable<Json>): Literal {
    const keyed = [...values].map((value) => [valueKey(value), value] as const);
    const sorted = new Map(keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    if (sorted.size === 0) return no;
    const mask = [...sorted.values()].reduce<number>((bits, value) => bits | typeOf(value), 0);
    return intern({ kind: "enum", values: sorted, types: mask });
  }

  function make(node: Node): Literal {
    switch (node.kind) {
      case "true":
        return yes;
      case "and":
        return and(node.of);
      case "type":
        return type(node.types);
      case "oneOf": {
        const of = node.of.filter((child) => child !== no).sort((a, b) => a - b);
        const [only] = of;
        if (only === undefined) return no;
        return of.length === 1 ? only : intern({ kind: "oneOf", of });
      }
      case "minLength":
      case "minItems":
      case "minProperties":
      case "atLeast":
        if (node.count <= 0) return yes;
        break;
      case "item":
      case "items":
      case "members":
      case "names":
        if (node.of === yes) return yes;
        break;
      case "atMost":
        if (node.of === no) return yes;
        if (node.of === yes) return make({ kind: "maxItems", count: node.count });
        if (node.count < 0) return type(anyType & ~types.array);
        break;
      case "maxLength":
      case "maxItems":
      case "maxProperties":
        if (node.count < 0) return type(anyType & ~domainOf(node));
        break;
    }
    if (node.kind === "atLeast" && node.of === yes) return intern({ kind: "minItems", count: node.count });
    return intern(node);
  }

  return {
    size: () => nodes.length,
    node: (literal) => nodes[Math.abs(literal)] ?? { kind: "true" },
    typesOf,
    make,
    and,
    or,
    type,
    enumeration,
    body: (target) => bodies.get(target) ?? yes,
    setBody: (target, literal) => bodies.set(target, literal),
    bodies: () => bodies,
  };
}
