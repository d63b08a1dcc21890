import { own } from "../../schema/json.ts";
import type { Located, Resource } from "../../schema/resources.ts";
import { isObject } from "../../schema/json.ts";
import { splitFragment } from "../../schema/uri.ts";
import type { Check, Compile, Frame, Node, Site, Spot } from "../node.ts";
import { run } from "../run.ts";

export const ref: Compile = (value, site) => {
  if (typeof value !== "string") return undefined;
  const target = site.ref(value);
  return follow(site, () => target);
};

/** The outermost schema of the dynamic scope that carries the same `$dynamicAnchor`. */
export const dynamicRef: Compile = (value, site) => {
  if (typeof value !== "string") return undefined;
  const target = site.ref(value);
  const { fragment: name } = splitFragment(value);
  const { schema } = target.located;
  const dynamic = isObject(schema) && name !== "" && own(schema, "$dynamicAnchor") === name;
  if (!dynamic) return follow(site, () => target);
  return follow(
    site,
    (frame) => outermost(frame, (resource) => resource.dynamicAnchors.get(name), site) ?? target,
  );
};

/** The outermost resource of the dynamic scope that carries `$recursiveAnchor: true`, where the nearest one does. */
export const recursiveRef: Compile = (value, site) => {
  if (typeof value !== "string") return undefined;
  const target = site.ref(value);
  if (!target.located.resource.recursiveAnchor) return follow(site, () => target);
  return follow(site, (frame) => outermost(frame, (resource) => rootOf(resource, site), site) ?? target);
};

function rootOf(resource: Resource, site: Site): Located | undefined {
  return resource.recursiveAnchor ? site.rootOf(resource) : undefined;
}

function outermost(
  frame: Frame,
  find: (resource: Resource) => Located | undefined,
  site: Site,
): Node | undefined {
  let found: Located | undefined;
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    found = find(at.resource) ?? found;
  }
  return found && site.nodeOf(found);
}

function follow(site: Site, targetOf: (frame: Frame) => Node): Check {
  return (spot, frame, out) => {
    const node = targetOf(frame);
    if (isOpen(node, spot, frame)) return site.reject(spot, out, "refers to itself without descending", {});
    return run(node, spot, { resource: node.located.resource, node, spot, parent: frame }, out);
  };
}

/** Whether the same schema is already being applied to the same place: evaluation would never end. */
function isOpen(node: Node, spot: Spot, frame: Frame): boolean {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (at.spot === undefined) continue;
    if (at.spot !== spot) return false;
    if (at.node === node) return true;
  }
  return false;
}
