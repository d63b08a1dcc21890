import type { Arena } from "./arena.ts";
import type { Literal, Node } from "./formula.ts";
import { keyOf } from "./node-key.ts";
import { mapChildren } from "./walk-nodes.ts";

/**
 * Gives recursive schemas that unfold alike one node, by partition refinement: all are taken for equal until a
 * difference shows, so equal definitions on both sides end as one. Answers the roots over merged nodes.
 */
export function mergeRecursion(arena: Arena, roots: readonly Literal[]): readonly Literal[] {
  const targets = [...arena.bodies().keys()].sort((a, b) => a - b);
  if (targets.length === 0) return roots;
  const classes = new Map(targets.map((target) => [target, 0]));
  for (let count = 0; ; ) {
    const shapes = shapesOf(arena, classes);
    const numbers = new Map<Literal, number>();
    for (const target of targets) {
      const shape = signed(shapes, arena.body(target));
      if (!numbers.has(shape)) numbers.set(shape, numbers.size);
      classes.set(target, numbers.get(shape) ?? 0);
    }
    if (numbers.size === count) break;
    count = numbers.size;
  }
  const first = new Map<number, number>();
  for (const target of targets) {
    const group = classes.get(target) ?? 0;
    if (!first.has(group)) first.set(group, target);
  }
  const standFor = (target: number) => first.get(classes.get(target) ?? 0) ?? target;
  const rewritten = rewrite(arena, standFor);
  for (const target of first.values()) arena.setBody(target, signed(rewritten, arena.body(target)));
  return roots.map((root) => signed(rewritten, root));
}

function signed(map: readonly number[], literal: Literal): Literal {
  const id = map[Math.abs(literal)] ?? literal;
  return literal < 0 ? -id : id;
}

/** A number for each node, equal where nodes are equal as far as the classes of references tell. */
function shapesOf(arena: Arena, classes: ReadonlyMap<number, number>): readonly number[] {
  const shapes: number[] = [];
  const known = new Map<string, number>();
  const size = arena.size();
  for (let id = 0; id < size; id++) {
    const node = arena.node(id);
    const mapped = mapChildren(node, (child) => signed(shapes, child));
    if (node.kind !== "ref" && mapped === node) {
      shapes.push(id);
      continue;
    }
    const key = node.kind === "ref" ? `ref:${classes.get(node.target)}` : keyOf(inOrder(mapped));
    const shape = known.get(key) ?? size + known.size;
    known.set(key, shape);
    shapes.push(shape);
  }
  return shapes;
}

function inOrder(node: Node): Node {
  return node.kind === "and" || node.kind === "oneOf"
    ? { ...node, of: [...node.of].sort((a, b) => a - b) }
    : node;
}

function rewrite(arena: Arena, standFor: (target: number) => number): readonly number[] {
  const rewritten: number[] = [];
  const size = arena.size();
  for (let id = 0; id < size; id++) {
    const node = arena.node(id);
    if (node.kind === "ref") {
      rewritten.push(arena.make({ kind: "ref", target: standFor(node.target) }));
      continue;
    }
    const mapped = mapChildren(node, (child) => signed(rewritten, child));
    rewritten.push(mapped === node ? id : arena.make(mapped));
  }
  return rewritten;
}
