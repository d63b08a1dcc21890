import { typesOf, typeWords } from "../changes/values.ts";
import type { Pair } from "../changes/walk.ts";
import { types } from "../inclusion/types.ts";
import type { Found, Rule } from "./rule.ts";

function* retyped(pair: Pair, is: (lost: number, gained: number) => boolean): Generator<Found> {
  const [before, after] = [typesOf(pair.old), typesOf(pair.next)];
  const lost = before.bits & ~after.bits;
  const gained = after.bits & ~before.bits;
  if (!is(lost, gained)) return;
  yield {
    message: `type changed from ${typeWords(before.bits)} to ${typeWords(after.bits)}`,
    oldPointer: before.pointer ?? pair.old.pointer,
    newPointer: after.pointer ?? pair.next.pointer,
    ...(lost === 0 && gained === types.null && { fix: leaveOut }),
  };
}

const leaveOut = "Leave {member} out where there is nothing to say; readers of old documents know no null.";

export const typeNarrowed: Rule = {
  id: "TYPE_NARROWED",
  summary: "fewer types are allowed",
  why: "Old documents may hold a value of a type that new readers reject.",
  fix: "Allow the old types of {member} too, and add a property of the new type beside it.",
  effect: "narrows",
  breaks: ["backward"],
  mirror: "TYPE_WIDENED",
  about: "types",
  example: {
    before: { properties: { cost: { type: ["number", "string"] } } },
    after: { properties: { cost: { type: "number" } } },
    witness: { cost: "1.20" },
    mended: { here: { properties: { cost: { type: ["number", "string"] }, cost_usd: { type: "number" } } } },
  },
  find: (pair) => retyped(pair, (lost, gained) => lost !== 0 && gained === 0),
};

export const typeWidened: Rule = {
  id: "TYPE_WIDENED",
  summary: "more types are allowed",
  why: "New documents may hold a value of a type that old readers reject.",
  fix: "Keep the type of {member}, and give values of another type a property of their own.",
  effect: "widens",
  breaks: ["forward"],
  mirror: "TYPE_NARROWED",
  about: "types",
  example: {
    before: { properties: { actor: { type: "string" } } },
    after: { properties: { actor: { type: ["string", "object"] } } },
    witness: { actor: {} },
    mended: { here: { properties: { actor: { type: "string" }, actor_profile: { type: "object" } } } },
  },
  find: (pair) => retyped(pair, (lost, gained) => lost === 0 && gained !== 0),
};

export const typeChanged: Rule = {
  id: "TYPE_CHANGED",
  summary: "the type was replaced",
  why: "Old documents hold a type new readers reject, and new documents one old readers reject.",
  fix: "Keep {member} as it is, and add a property of the new type beside it.",
  effect: "shifts",
  breaks: ["backward", "forward"],
  mirror: "TYPE_CHANGED",
  about: "types",
  example: {
    before: { properties: { at: { type: "string" } } },
    after: { properties: { at: { type: "integer" } } },
    witness: { at: "" },
    mended: { here: { properties: { at: { type: "string" }, at_ms: { type: "integer" } } } },
  },
  find: (pair) => retyped(pair, (lost, gained) => lost !== 0 && gained !== 0),
};
