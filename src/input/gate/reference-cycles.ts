import { children, isSchema } from "../../schema/children.ts";
import { own } from "../../schema/json.ts";
import { inPlace } from "../../schema/keywords.ts";
import { referenceKeywords } from "./references.ts";
import { type Gate, type Issue, isPlace, type Place, type Report } from "./rule.ts";

/**
 * REFERENCE_CYCLE: a schema that applies itself to the same value, through references and combinations alone, never
 * ends. Recursion that descends is fine.
 */
export function referenceCycles(gate: Gate, report: Report): void {
  const state = new Map<string, "open" | "done">();
  for (const start of gate.places.values()) {
    if (!isPlace(start) || state.has(start.pointer) || !leadsOn(start)) continue;
    // Its own stack: chains of references can be as long as the file has schemas.
    const path = [{ place: start, next: nextOf(start, gate).values() }];
    state.set(start.pointer, "open");
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { value: pointer, done } = step.next.next();
      if (done) {
        state.set(step.place.pointer, "done");
        path.pop();
        continue;
      }
      const place = gate.places.get(pointer);
      if (place === undefined || !isPlace(place) || state.get(pointer) === "done") continue;
      if (state.get(pointer) === "open") {
        report(cycle(step.place.pointer, pointer));
        continue;
      }
      state.set(pointer, "open");
      path.push({ place, next: nextOf(place, gate).values() });
    }
  }
}

/** Most schemas apply nothing to the same value. */
function leadsOn({ schema, dialect }: Place): boolean {
  const references = referenceKeywords(dialect);
  return Object.keys(schema).some((name) => inPlace.has(name) || references.includes(name));
}

/** Pointers of the schemas that a schema applies to the value it is itself applied to. */
function nextOf(place: Place, { index }: Gate): readonly string[] {
  const next: string[] = [];
  for (const keyword of referenceKeywords(place.dialect)) {
    const ref = own(place.schema, keyword);
    const target = typeof ref === "string" ? index.resolve(ref, place) : undefined;
    if (target !== undefined) next.push(target.pointer);
  }
  for (const { keyword, schema, pointer } of children(place.schema, place.dialect))
    if (inPlace.has(keyword.name) && isSchema(schema)) next.push(place.pointer + pointer);
  return next;
}

function cycle(from: string, to: string): Issue {
  const target = to === "" ? "the whole schema" : `"${to}"`;
  return {
    code: "REFERENCE_CYCLE",
    message: `this schema applies ${target} to the same value, and that applies this one again`,
    pointer: from,
    hint: "let one of the two stand under a property or an item, or take the reference out",
  };
}
