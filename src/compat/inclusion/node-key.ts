import type { Kind, Node, NodeOf, Region } from "./formula.ts";

/** Equal texts for equal nodes over equal children. */
export function keyOf(node: Node): string {
  switch (node.kind) {
    case "and":
    case "oneOf":
      return `${node.kind}:${node.of.join(",")}`;
    case "enum":
      return `enum:${[...node.values.keys()].join(",")}`;
    case "minimum":
    case "maximum":
      return `${node.kind}:${node.bound.over}/${node.bound.under}:${node.exclusive}`;
    case "multipleOf":
      return `multipleOf:${node.divisor.over}/${node.divisor.under}`;
    case "members":
      return `members:${regionKey(node.region)}:${node.of}`;
    default:
      return `${node.kind}:${Object.values(node satisfies NodeOf<Exclude<Kind, "members">>).join(":")}`;
  }
}

export function regionKey(region: Region): string {
  if (region.kind === "name") return `=${JSON.stringify(region.name)}`;
  if (region.kind === "pattern") return `~${JSON.stringify(region.source)}`;
  return `-${JSON.stringify([...region.names].sort())}${JSON.stringify([...region.patterns].sort())}`;
}
