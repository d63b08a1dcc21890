import type { Json } from "../../model.ts";
import { own } from "../../schema/json.ts";
import { isMultiple } from "../decimal.ts";
import type { Check, Compile, Site } from "../node.ts";

function bound(limit: Json, site: Site, sign: string, holds: (value: number, limit: number) => boolean) {
  if (typeof limit !== "number") return undefined;
  const check: Check = (spot, _frame, out) =>
    typeof spot.value !== "number" ||
    holds(spot.value, limit) ||
    site.reject(spot, out, `must be ${sign} ${limit}`, { comparison: sign, limit });
  return check;
}

const above = (value: number, limit: number) => value > limit;
const below = (value: number, limit: number) => value < limit;

/** In draft-04 a boolean beside the bound makes it exclusive. */
function excludes(site: Site, keyword: string): boolean {
  return site.dialect === "draft-04" && own(site.schema, keyword) === true;
}

export const minimum: Compile = (limit, site) =>
  excludes(site, "exclusiveMinimum")
    ? bound(limit, site, ">", above)
    : bound(limit, site, ">=", (value, least) => value >= least);

export const maximum: Compile = (limit, site) =>
  excludes(site, "exclusiveMaximum")
    ? bound(limit, site, "<", below)
    : bound(limit, site, "<=", (value, most) => value <= most);

export const exclusiveMinimum: Compile = (limit, site) =>
  site.dialect === "draft-04" ? undefined : bound(limit, site, ">", above);

export const exclusiveMaximum: Compile = (limit, site) =>
  site.dialect === "draft-04" ? undefined : bound(limit, site, "<", below);

export const multipleOf: Compile = (divisor, site) =>
  typeof divisor === "number" && divisor > 0
    ? (spot, _frame, out) =>
        typeof spot.value !== "number" ||
        isMultiple(spot.value, divisor) ||
        site.reject(spot, out, `must be a multiple of ${divisor}`, { multipleOf: divisor })
    : undefined;
