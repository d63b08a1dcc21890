import type { Json } from "../../../model.ts";
import { freshName, type NameClass, nameClasses } from "./name-classes.ts";
import type { Slot } from "./object.ts";
import { memberLiterals, type ObjectParts } from "./object-parts.ts";
import { type Context, empty, type Outcome, unknown, witness } from "./outcome.ts";

const memberLimit = 10_000;

/** Gives the slots names and values, and fills up to the least number of members. */
export function writeObject(
  slots: readonly Slot[],
  parts: ObjectParts,
  known: readonly NameClass[] | undefined,
  context: Context,
): Outcome {
  if (slots.length > parts.max) return empty;
  if (parts.min > memberLimit) return unknown("an object too large to write down");
  const members = new Map<string, Json>();
  let sure = true;
  const add = (name: string, value: Outcome): Outcome | undefined => {
    if (value.kind !== "witness") return value;
    members.set(name, value.value);
    sure &&= value.sure;
    return undefined;
  };
  // The pickiest names first, so that a general one does not take their place.
  const ordered = [...slots].sort((a, b) => b.nameAlso.length - a.nameAlso.length);
  for (const slot of ordered) {
    const name = nameOf(slot, members, context);
    if (typeof name !== "string") {
      return name.kind === "empty" && ordered.some((other) => clash(slot, other))
        ? unknown("names that compete for few places")
        : name;
    }
    const failed = add(name, context.solve(slot.value));
    if (failed !== undefined) return failed;
  }
  let doubt: Outcome | undefined;
  for (const filler of fillers(parts, known, members, context)) {
    if (members.size >= parts.min) break;
    if (!context.spend(1)) return unknown("the step budget ran out");
    if (filler === undefined) doubt = unknown("too many overlapping name patterns");
    else if (add(filler.name, filler.value)?.kind === "unknown") doubt = filler.value;
  }
  if (members.size < parts.min) {
    if (doubt !== undefined) return doubt;
    return context.rules.on("counted members fill up") ? empty : unknown("too few members");
  }
  return witness(Object.fromEntries(members), sure);
}

/** Slots of one class that ask different things of their names may steal names from each other. */
function clash(a: Slot, b: Slot): boolean {
  return a !== b && a.from !== undefined && a.from === b.from && a.nameAlso.join() !== b.nameAlso.join();
}

function nameOf(slot: Slot, members: ReadonlyMap<string, Json>, context: Context): string | Outcome {
  if (slot.name !== undefined) return slot.name;
  const fresh = freshName([...(slot.from?.name ?? []), ...slot.nameAlso], [...members.keys()], context);
  if (fresh.kind === "empty" && !context.rules.on("few names fit a region")) return unknown("few names");
  if (fresh.kind !== "witness") return fresh;
  return typeof fresh.value === "string" ? fresh.value : unknown("a name that is no string");
}

interface Filler {
  readonly name: string;
  readonly value: Outcome;
}

/** Members that may be added, mentioned names first; undefined once where classes are too many to list. */
function* fillers(
  parts: ObjectParts,
  known: readonly NameClass[] | undefined,
  members: ReadonlyMap<string, Json>,
  context: Context,
): Generator<Filler | undefined> {
  for (const name of parts.mentioned) {
    if (members.has(name) || parts.lacks.has(name) || context.allHold(parts.names, name) === false) continue;
    const value = context.solve(memberLiterals(parts, name));
    if (value.kind !== "empty") yield { name, value };
  }
  const classes = known ?? nameClasses(parts, context);
  if (classes === undefined) {
    yield undefined;
    return;
  }
  for (const one of classes) {
    const value = context.solve(one.value);
    if (value.kind === "empty") continue;
    const taken: string[] = [...members.keys()];
    for (;;) {
      const fresh = freshName(one.name, taken, context);
      if (fresh.kind === "unknown") yield undefined;
      if (fresh.kind !== "witness" || typeof fresh.value !== "string") break;
      taken.push(fresh.value);
      yield { name: fresh.value, value };
    }
  }
}
