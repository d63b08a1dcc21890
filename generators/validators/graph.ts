import { WaybillError } from "../../src/errors.ts";
import { childrenUnder } from "../../src/schema/children.ts";
import { inPlace } from "../../src/schema/keywords.ts";
import { membersOf } from "./members.ts";
import { below, type Module, type Place } from "./module.ts";
import { referenceKeywords, targetOf } from "./references.ts";
import { ofNumbers, ofReferences, ofStrings, ofType, ofValues } from "./speaks.ts";

/** Groups that lead to no other place. */
const leafGroups = ofType | ofValues | ofStrings | ofNumbers;

interface Edge {
  readonly to: Place;
  /** Whether it leads into a member or item of the instance. */
  readonly descends: boolean;
}

function edges(module: Module, place: Place): readonly Edge[] {
  const { schema, dialect } = place.located;
  if (typeof schema === "boolean") return [];
  const found: Edge[] = [];
  for (const name of place.said) {
    if (name === "properties") {
      for (const { place: to } of membersOf(module, place)) if (to) found.push({ to, descends: true });
    } else {
      const descends = !inPlace.has(name);
      for (const { pointer } of childrenUnder(schema, name, dialect))
        found.push({ to: below(module, place, pointer), descends });
    }
  }
  for (const keyword of (place.speaks & ofReferences) === 0 ? [] : referenceKeywords) {
    const to = targetOf(module, place, keyword);
    if (to !== undefined) found.push({ to, descends: false });
  }
  return found;
}

/**
 * Whether judging may nest as deep as the instance does: the schema refers to itself.
 * @throws WaybillError where it does so without descending, which no instance could end; and where a reference points to nothing.
 */
export function recurses(module: Module, from: Place): boolean {
  const seen = new Map<Place, { readonly at: number; open: boolean }>();
  /** How many descents lie above each open place. */
  let found = false;
  const visit = (place: Place, descents: number): void => {
    // Most places lead nowhere.
    if ((place.speaks & ~leafGroups) === 0) return;
    const before = seen.get(place);
    if (before !== undefined) {
      if (!before.open) return;
      found = true;
      if (before.at === descents) {
        throw new WaybillError(
          "MALFORMED",
          "the schema refers to itself without descending into the instance",
          {
            place: { pointer: place.located.pointer },
          },
        );
      }
      return;
    }
    const state = { at: descents, open: true };
    seen.set(place, state);
    for (const { to, descends } of edges(module, place)) visit(to, descents + (descends ? 1 : 0));
    state.open = false;
  };
  visit(from, 0);
  return found;
}
