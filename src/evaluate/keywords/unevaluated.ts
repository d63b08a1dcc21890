import { isArray, isObject } from "../../schema/json.ts";
import type { Compile } from "../node.ts";
import { runBelow } from "../run.ts";
import { extra } from "./object.ts";

export const unevaluatedProperties: Compile = (_value, site) => {
  const node = site.node("/unevaluatedProperties");
  return (spot, frame, out) => {
    if (!isObject(spot.value)) return true;
    let accepted = true;
    for (const name of Object.keys(spot.value)) {
      if (out.notes?.names.has(name)) continue;
      accepted = extra(node, site, spot, spot.value, name, frame, out) && accepted;
      if (!accepted && out.errors === undefined) return false;
    }
    if (out.notes !== undefined) out.notes.declares = true;
    return accepted;
  };
};

export const unevaluatedItems: Compile = (_value, site) => {
  const node = site.node("/unevaluatedItems");
  return (spot, frame, out) => {
    if (!isArray(spot.value)) return true;
    let accepted = true;
    for (const [index, item] of spot.value.entries()) {
      if (out.notes !== undefined && (index < out.notes.prefix || out.notes.items.has(index))) continue;
      if (node.located.schema === false) {
        accepted = site.reject(spot, out, `must not have an item at position ${index}`, { limit: index });
      } else if (!runBelow(node, spot, index, item, frame, out)) accepted = false;
      if (!accepted && out.errors === undefined) return false;
    }
    if (out.notes !== undefined) out.notes.prefix = Number.POSITIVE_INFINITY;
    return accepted;
  };
};
