import { isArray, own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import { keyOf } from "../equal.ts";
import type { Check, Compile, Node, Site } from "../node.ts";
import { runBelow } from "../run.ts";

export const minItems: Compile = (limit, site) =>
  typeof limit === "number"
    ? (spot, _frame, out) =>
        !isArray(spot.value) ||
        spot.value.length >= limit ||
        site.reject(spot, out, `must have at least ${limit} items`, { limit })
    : undefined;

export const maxItems: Compile = (limit, site) =>
  typeof limit === "number"
    ? (spot, _frame, out) =>
        !isArray(spot.value) ||
        spot.value.length <= limit ||
        site.reject(spot, out, `must have at most ${limit} items`, { limit })
    : undefined;

export const uniqueItems: Compile = (value, site) =>
  value === true
    ? (spot, _frame, out) => {
        if (!isArray(spot.value)) return true;
        const seen = new Map<string, number>();
        for (const [index, item] of spot.value.entries()) {
          const key = keyOf(item);
          const before = seen.get(key);
          if (before !== undefined) {
            return site.reject(spot, out, `items ${before} and ${index} must not be equal`, {
              i: index,
              j: before,
            });
          }
          seen.set(key, index);
        }
        return true;
      }
    : undefined;

/** Positions from `from` on, each by its own schema where there are several, else all by one. */
function each(nodes: readonly Node[] | Node, from: number): Check {
  const list = isNodes(nodes) ? nodes : undefined;
  const rest = isNodes(nodes) ? undefined : nodes;
  return (spot, frame, out) => {
    if (!isArray(spot.value)) return true;
    const end = list === undefined ? spot.value.length : Math.min(list.length, spot.value.length);
    let accepted = true;
    for (let index = from; index < end; index++) {
      const node = list?.[index] ?? rest;
      const item = spot.value[index] ?? null;
      // The very item that has just been accepted: long arrays that an engine writes repeat one.
      const again = accepted && index > from && item === spot.value[index - 1] && out.notes === undefined;
      if ((again && list === undefined) || node === undefined) continue;
      if (runBelow(node, spot, index, item, frame, out)) continue;
      if (out.errors === undefined) return false;
      accepted = false;
    }
    if (out.notes !== undefined) {
      out.notes.prefix = Math.max(out.notes.prefix, list === undefined ? Number.POSITIVE_INFINITY : end);
    }
    return accepted;
  };
}

function isNodes(nodes: readonly Node[] | Node): nodes is readonly Node[] {
  return Array.isArray(nodes);
}

export const prefixItems: Compile = (value, site) =>
  isArray(value)
    ? each(
        value.map((_, index) => site.node(append("/prefixItems", index))),
        0,
      )
    : undefined;

export const items: Compile = (value, site) => {
  if (isArray(value)) {
    const many = site.dialect !== "2020-12";
    return many
      ? each(
          value.map((_, index) => site.node(append("/items", index))),
          0,
        )
      : undefined;
  }
  return each(site.node("/items"), site.dialect === "2020-12" ? lengthOf(site, "prefixItems") : 0);
};

/** Speaks only beside the array form of `items`. */
export const additionalItems: Compile = (_value, site) =>
  isArray(own(site.schema, "items"))
    ? each(site.node("/additionalItems"), lengthOf(site, "items"))
    : undefined;

function lengthOf(site: Site, keyword: string): number {
  const value = own(site.schema, keyword);
  return isArray(value) ? value.length : 0;
}

/** Together with `minContains` and `maxContains`, which say nothing alone. */
export const contains: Compile = (_value, site) => {
  const counts = site.dialect === "2019-09" || site.dialect === "2020-12";
  const least = (counts ? numberAt(site, "minContains") : undefined) ?? 1;
  const most = (counts ? numberAt(site, "maxContains") : undefined) ?? Number.POSITIVE_INFINITY;
  const node = site.node("/contains");
  return (spot, frame, out) => {
    if (!isArray(spot.value)) return true;
    const quiet = { errors: undefined, notes: out.notes };
    let count = 0;
    for (const [index, item] of spot.value.entries()) {
      if (!runBelow(node, spot, index, item, frame, quiet)) continue;
      count++;
      // 2019-09 does not count contained items as evaluated.
      if (site.dialect === "2020-12") out.notes?.items.add(index);
    }
    const bounds = {
      minContains: least,
      ...(most === Number.POSITIVE_INFINITY ? {} : { maxContains: most }),
    };
    if (count < least) return site.reject(spot, out, `must contain at least ${least} matching items`, bounds);
    return count <= most || site.reject(spot, out, `must contain at most ${most} matching items`, bounds);
  };
};

function numberAt(site: Site, keyword: string): number | undefined {
  const value = own(site.schema, keyword);
  return typeof value === "number" ? value : undefined;
}
