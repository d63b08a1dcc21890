import type { Json } from "../model.ts";
import { mergeNotes, mergePlace, newNotes } from "./notes.ts";
import type { Check, Frame, Node, Out, Spot } from "./node.ts";

/** Neither errors nor notes: the cheapest run. */
export const silent: Out = { errors: undefined, notes: undefined };

/** Nobody reads more, and a long array of wrong items would hold a gigabyte of them. */
export const mostErrors = 1000;

/** Applies a schema at a place. Its notes reach `out` only where it accepts. */
export function run(node: Node, spot: Spot, frame: Frame, out: Out): boolean {
  const { resource } = node.located;
  const scope =
    resource === frame.resource ? frame : { resource, node: undefined, spot: undefined, parent: frame };
  const late = node.late();
  const wanted = out.notes !== undefined || late.length > 0;
  const notes = wanted ? newNotes(out.notes?.places !== undefined) : undefined;
  const inner = wanted ? { errors: out.errors, notes } : out;
  // Neighbours that reject leave no notes, so `unevaluated*` would only add noise to their errors.
  const accepted = all(node.checks(), spot, scope, inner) && all(late, spot, scope, inner);
  if (accepted && notes !== undefined && out.notes !== undefined) mergeNotes(out.notes, notes);
  return accepted;
}

/** Every check, or up to the first that rejects where nobody wants the errors. */
export function all(checks: readonly Check[], spot: Spot, frame: Frame, out: Out): boolean {
  let accepted = true;
  for (const check of checks) {
    if (check(spot, frame, out)) continue;
    if (out.errors === undefined || out.errors.length >= mostErrors) return false;
    accepted = false;
  }
  return accepted;
}

/** Applies a schema to a member or item of the place. */
export function runBelow(
  node: Node,
  spot: Spot,
  token: string | number,
  value: Json,
  frame: Frame,
  out: Out,
): boolean {
  const below: Spot = { value, parent: spot, token };
  if (out.notes?.places === undefined) {
    return run(node, below, frame, out.notes === undefined ? out : { errors: out.errors, notes: undefined });
  }
  const notes = newNotes(true);
  const accepted = run(node, below, frame, { errors: out.errors, notes });
  if (accepted) mergePlace(out.notes, token, notes);
  return accepted;
}
