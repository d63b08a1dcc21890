import { isObject, own } from "../../schema/json.ts";
import { type Place, spoken } from "../changes/place.ts";
import type { Pair } from "../changes/walk.ts";
import { append } from "../../schema/pointer.ts";
import type { Rule } from "./rule.ts";

interface Bound {
  readonly subject: unknown;
  readonly pointer: string;
}

/** The kinds an envelope binds (`x-kinds`), each with the subject of its payload. */
function kindsOf(place: Place): ReadonlyMap<string, Bound> {
  const kinds = new Map<string, Bound>();
  for (const { value, pointer } of spoken(place, "x-kinds")) {
    const map = isObject(value) ? own(value, "map") : undefined;
    if (!isObject(map)) continue;
    for (const [kind, subject] of Object.entries(map))
      kinds.set(kind, { subject, pointer: append(`${pointer}/map`, kind) });
  }
  return kinds;
}

const bind = (map: Record<string, string>) => ({
  properties: { type: { type: "string" }, payload: { type: "object" } },
  "x-kinds": { discriminator: "/type", payload: "/payload", map },
});

export const kindAdded: Rule = {
  id: "KIND_ADDED",
  summary: "an envelope binds a new kind",
  why: "Readers pass over kinds they do not know, where the discriminator is open.",
  fix: "Nothing to do.",
  effect: "none",
  breaks: [],
  mirror: "KIND_REMOVED",
  example: { before: bind({ a: "x.v1/A" }), after: bind({ a: "x.v1/A", b: "x.v1/B" }) },
  *find({ old, next }) {
    const before = kindsOf(old);
    for (const [kind, { pointer }] of kindsOf(next)) {
      if (before.has(kind)) continue;
      yield {
        message: `kind "${kind}" was added`,
        oldPointer: old.pointer,
        newPointer: pointer,
        member: kind,
      };
    }
  },
};

export const kindRemoved: Rule = {
  id: "KIND_REMOVED",
  summary: "an envelope no longer binds a kind",
  why: "Nobody can tell any more what the payload of old messages of that kind is.",
  fix: "Keep {member} bound; mark the payload's subject deprecated.",
  effect: "none",
  breaks: [],
  mirror: "KIND_ADDED",
  example: {
    before: bind({ a: "x.v1/A", b: "x.v1/B" }),
    after: bind({ a: "x.v1/A" }),
    mended: { here: bind({ a: "x.v1/A", b: "x.v1/B" }) },
  },
  *find({ old, next }) {
    const after = kindsOf(next);
    for (const [kind, { pointer }] of kindsOf(old)) {
      if (after.has(kind)) continue;
      yield {
        message: `kind "${kind}" was removed`,
        oldPointer: pointer,
        newPointer: next.pointer,
        member: kind,
      };
    }
  },
};

export const kindRebound: Rule = {
  id: "KIND_REBOUND",
  summary: "an envelope binds a kind to another subject",
  why: "Payloads of old messages of that kind would be read as something they are not.",
  fix: "Keep {member} bound as it was, and give the other subject a kind of its own.",
  effect: "none",
  breaks: [],
  mirror: "KIND_REBOUND",
  example: {
    before: bind({ a: "x.v1/A" }),
    after: bind({ a: "x.v1/B" }),
    mended: { here: bind({ a: "x.v1/A", b: "x.v1/B" }) },
  },
  find: rebound,
};

function* rebound({ old, next }: Pair) {
  const after = kindsOf(next);
  for (const [kind, before] of kindsOf(old)) {
    const bound = after.get(kind);
    if (bound === undefined || bound.subject === before.subject) continue;
    const message = `kind "${kind}" was rebound from "${before.subject}" to "${bound.subject}"`;
    yield { message, oldPointer: before.pointer, newPointer: bound.pointer, member: kind };
  }
}
