import type { JsonObject } from "../../model.ts";
import { isArray, isObject, own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import { type Notes, newNotes } from "../notes.ts";
import type { Compile, Frame, Node, Out, Site, Spot } from "../node.ts";
import { patternOf } from "../pattern.ts";
import { run, runBelow } from "../run.ts";

export const minProperties: Compile = (limit, site) =>
  typeof limit === "number"
    ? (spot, _frame, out) =>
        !isObject(spot.value) ||
        Object.keys(spot.value).length >= limit ||
        site.reject(spot, out, `must have at least ${limit} members`, { limit })
    : undefined;

export const maxProperties: Compile = (limit, site) =>
  typeof limit === "number"
    ? (spot, _frame, out) =>
        !isObject(spot.value) ||
        Object.keys(spot.value).length <= limit ||
        site.reject(spot, out, `must have at most ${limit} members`, { limit })
    : undefined;

/** The names a keyword lists are declared, whether present or not. */
export function declare(notes: Notes | undefined, names: readonly string[]): void {
  if (notes === undefined || names.length === 0) return;
  notes.declares = true;
  for (const name of names) notes.named.add(name);
}

export const required: Compile = (value, site) => {
  if (!isArray(value)) return undefined;
  const names = value.filter((name) => typeof name === "string");
  return (spot, _frame, out) => {
    if (!isObject(spot.value)) return true;
    let accepted = true;
    for (const name of names) {
      if (Object.hasOwn(spot.value, name)) continue;
      accepted = site.reject(spot, out, `must have the member "${name}"`, { missingProperty: name });
      if (out.errors === undefined) return false;
    }
    declare(out.notes, names);
    return accepted;
  };
};

export const properties: Compile = (value, site) => {
  if (!isObject(value)) return undefined;
  const members = Object.keys(value).map((name) => [name, site.node(append("/properties", name))] as const);
  return (spot, frame, out) => {
    if (!isObject(spot.value)) return true;
    let accepted = true;
    for (const [name, node] of members) {
      if (!Object.hasOwn(spot.value, name)) continue;
      accepted = member(node, spot, spot.value, name, frame, out) && accepted;
      if (!accepted && out.errors === undefined) return false;
    }
    if (out.notes !== undefined && members.length > 0) out.notes.declares = true;
    return accepted;
  };
};

export const patternProperties: Compile = (value, site) => {
  if (!isObject(value)) return undefined;
  const members = Object.keys(value).map(
    (source) => [patternOf(source), site.node(append("/patternProperties", source))] as const,
  );
  return (spot, frame, out) => {
    if (!isObject(spot.value)) return true;
    let accepted = true;
    for (const name of Object.keys(spot.value)) {
      for (const [expression, node] of members) {
        if (!expression.test(name)) continue;
        accepted = member(node, spot, spot.value, name, frame, out) && accepted;
        if (!accepted && out.errors === undefined) return false;
      }
    }
    if (out.notes !== undefined && members.length > 0) out.notes.declares = true;
    return accepted;
  };
};

export const additionalProperties: Compile = (_value, site) => {
  const node = site.node("/additionalProperties");
  const covered = coveredBy(site);
  return (spot, frame, out) => {
    if (!isObject(spot.value)) return true;
    let accepted = true;
    for (const name of Object.keys(spot.value)) {
      if (covered(name)) continue;
      accepted = extra(node, site, spot, spot.value, name, frame, out) && accepted;
      if (!accepted && out.errors === undefined) return false;
    }
    if (out.notes !== undefined) out.notes.declares = true;
    return accepted;
  };
};

/** The names `properties` and `patternProperties` beside the keyword speak of. */
function coveredBy(site: Site): (name: string) => boolean {
  const listed = own(site.schema, "properties");
  const patterns = own(site.schema, "patternProperties");
  const expressions = isObject(patterns) ? Object.keys(patterns).map(patternOf) : [];
  return (name) =>
    (isObject(listed) && Object.hasOwn(listed, name)) ||
    expressions.some((expression) => expression.test(name));
}

export const propertyNames: Compile = (_value, site) => {
  const node = site.node("/propertyNames");
  return (spot, frame, out) => {
    if (!isObject(spot.value)) return true;
    let accepted = true;
    for (const name of Object.keys(spot.value)) {
      const notes = out.notes && newNotes(false);
      const below = { value: name, parent: spot, token: name };
      if (!run(node, below, frame, { errors: out.errors, notes })) {
        accepted = false;
        if (out.errors === undefined) return false;
      } else if (notes?.fixed) declare(out.notes, [name]);
    }
    return accepted;
  };
};

/** Applies a schema to a member and notes it as evaluated. */
function member(node: Node, spot: Spot, object: JsonObject, name: string, frame: Frame, out: Out): boolean {
  out.notes?.names.add(name);
  return runBelow(node, spot, name, object[name] ?? null, frame, out);
}

/** The same for a member nobody listed; where none may be, the error names the keyword that says so. */
export function extra(
  node: Node,
  site: Site,
  spot: Spot,
  object: JsonObject,
  name: string,
  frame: Frame,
  out: Out,
): boolean {
  if (node.located.schema !== false) return member(node, spot, object, name, frame, out);
  const param = site.keyword === "additionalProperties" ? "additionalProperty" : "unevaluatedProperty";
  return site.reject(spot, out, `must not have the member "${name}"`, { [param]: name });
}
