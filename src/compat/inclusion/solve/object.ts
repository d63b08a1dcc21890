import { covers } from "../holds.ts";
import type { Literal } from "../formula.ts";
import { inClass, type NameClass, nameClasses } from "./name-classes.ts";
import { memberLiterals, type ObjectParts, objectParts, type Request } from "./object-parts.ts";
import { better, type Context, empty, gaveUp, type Outcome, unknown } from "./outcome.ts";
import { writeObject } from "./write-object.ts";

/** A member that will be there: its name, or the class its name comes from. */
export interface Slot {
  readonly name: string | undefined;
  readonly from: NameClass | undefined;
  /** Asked of the name beyond what the class says. */
  readonly nameAlso: readonly Literal[];
  readonly value: readonly Literal[];
}

/**
 * Objects by regions of names. Every "some member ..." is placed: at a mentioned name, at a fresh name of a class, or
 * together with one placed before; empty only when no placing works.
 */
export function solveObject(literals: readonly Literal[], context: Context): Outcome {
  const parts = objectParts(literals, context);
  if (parts.min > parts.max || parts.has.size > parts.max) return empty;
  const required = requiredSlots(parts, context);
  if (required === undefined) return empty;
  const places = new Map<Request, readonly Slot[]>();
  let doubt: Outcome | undefined;
  let classes: readonly NameClass[] | undefined;
  for (const request of parts.requests) {
    if (request.region.kind !== "name") {
      classes ??= nameClasses(parts, context);
      if (classes === undefined)
        return gaveUp("too many overlapping name patterns", literals, context, "members");
    }
    const open: Slot[] = [];
    for (const slot of placesOf(request, parts, classes ?? [])) {
      const value = context.solve(slot.value);
      if (value.kind === "empty") continue;
      if (slot.from !== undefined && context.solve([...slot.from.name, ...slot.nameAlso]).kind === "empty")
        continue;
      open.push(slot);
    }
    if (open.length === 0) return empty;
    places.set(request, open);
  }

  let best: Outcome = empty;
  const place = (index: number, slots: readonly Slot[]): boolean => {
    if (!context.spend(1)) {
      doubt = unknown("the step budget ran out", literals[0]);
      return true;
    }
    const request = parts.requests[index];
    if (request === undefined) {
      const outcome = writeObject(slots, parts, classes, context);
      const placeless = outcome.kind === "unknown" && outcome.at === undefined;
      best = better(
        best,
        placeless
          ? gaveUp(outcome.reason, literals, context, "minProperties", "maxProperties", "members")
          : outcome,
      );
      return best.kind === "witness" && best.sure;
    }
    for (const next of placings(request, slots, places.get(request) ?? [], context)) {
      if (place(index + 1, next)) return true;
    }
    return false;
  };
  if (parts.requests.length > 1 && !context.rules.on("members of one region may coincide")) {
    return unknown("several members asked for", literals[0]);
  }
  place(0, required);
  return doubt === undefined ? best : better(best, doubt);
}

/** The members that must be there; undefined where one of them cannot be. */
function requiredSlots(parts: ObjectParts, context: Context): readonly Slot[] | undefined {
  const slots: Slot[] = [];
  for (const name of parts.has) {
    if (parts.lacks.has(name) || context.allHold(parts.names, name) === false) return undefined;
    const value = memberLiterals(parts, name);
    if (value.length > 0 && context.solve(value).kind === "empty") return undefined;
    slots.push({ name, from: undefined, nameAlso: [], value });
  }
  return slots;
}

/** Where one request could go by itself. */
function* placesOf(request: Request, parts: ObjectParts, classes: readonly NameClass[]): Generator<Slot> {
  const { region } = request;
  const mentioned = region.kind === "name" ? [region.name] : parts.mentioned;
  for (const name of mentioned) {
    if (parts.lacks.has(name) || !covers(region, name)) continue;
    yield {
      name,
      from: undefined,
      nameAlso: [...parts.names, ...request.name],
      value: [...memberLiterals(parts, name), ...request.value],
    };
  }
  for (const from of classes) {
    if (!inClass(region, from.matches)) continue;
    yield { name: undefined, from, nameAlso: request.name, value: [...from.value, ...request.value] };
  }
}

/** The slots with the request placed, in each way that leaves its member possible. */
function* placings(
  request: Request,
  slots: readonly Slot[],
  places: readonly Slot[],
  context: Context,
): Generator<readonly Slot[]> {
  for (const slot of places) {
    if (slot.name !== undefined && context.allHold(slot.nameAlso, slot.name) === false) continue;
    const held = slot.name === undefined ? -1 : slots.findIndex(({ name }) => name === slot.name);
    const before = slots[held];
    if (before === undefined) yield [...slots, slot];
    else {
      const joined = { ...before, value: [...before.value, ...request.value] };
      if (context.solve(joined.value).kind !== "empty") yield slots.with(held, joined);
    }
  }
  for (const [index, slot] of slots.entries()) {
    if (slot.from === undefined || !inClass(request.region, slot.from.matches)) continue;
    const nameAlso = [...slot.nameAlso, ...request.name];
    const joined = { ...slot, nameAlso, value: [...slot.value, ...request.value] };
    if (context.solve([...slot.from.name, ...nameAlso]).kind === "empty") continue;
    if (context.solve(joined.value).kind !== "empty") yield slots.with(index, joined);
  }
}
