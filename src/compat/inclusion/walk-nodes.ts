import type { Literal, Node } from "./formula.ts";

/** The node over other children; the same node where none changes. */
export function mapChildren(node: Node, map: (child: Literal) => Literal): Node {
  switch (node.kind) {
    case "and":
    case "oneOf": {
      const of = node.of.map(map);
      return of.every((child, index) => child === node.of[index]) ? node : { ...node, of };
    }
    case "item":
    case "items":
    case "atLeast":
    case "atMost":
    case "members":
    case "names": {
      const of = map(node.of);
      return of === node.of ? node : { ...node, of };
    }
    default:
      return node;
  }
}
