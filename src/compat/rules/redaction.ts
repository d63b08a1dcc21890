import { type Place, spoken } from "../changes/place.ts";
import type { Pair } from "../changes/walk.ts";
import type { Found, Rule } from "./rule.ts";

/** `x-redact` from the weakest promise to the strongest; none at all is weaker still. */
const strength = ["immutable", "on-export", "on-persist", "prohibited"];

function redactionOf(place: Place): { words: string; rank: number; pointer: string | undefined } {
  const [said] = spoken(place, "x-redact");
  const words = typeof said?.value === "string" ? said.value : "none";
  return { words, rank: strength.indexOf(words), pointer: said?.pointer ?? place.pointer };
}

function* moved({ old, next }: Pair, is: (from: number, to: number) => boolean): Generator<Found> {
  const [before, after] = [redactionOf(old), redactionOf(next)];
  if (!is(before.rank, after.rank)) return;
  const message = `redaction changed from "${before.words}" to "${after.words}"`;
  yield { message, oldPointer: before.pointer, newPointer: after.pointer };
}

const secret = (redact: string) => ({ properties: { token: { type: "string", "x-redact": redact } } });

export const redactionWeakened: Rule = {
  id: "REDACTION_WEAKENED",
  summary: "a field is redacted less than before",
  why: "Writers were promised that the value is not kept; stores and exports would begin to keep it.",
  fix: "Keep the redaction of {member}; a value that may be kept needs a property of its own.",
  effect: "none",
  breaks: [],
  mirror: "REDACTION_STRENGTHENED",
  example: {
    before: secret("on-persist"),
    after: secret("on-export"),
    mended: {
      here: {
        properties: {
          token: { type: "string", "x-redact": "on-persist" },
          token_hint: { type: "string", "x-redact": "on-export" },
        },
      },
    },
  },
  find: (pair) => moved(pair, (from, to) => to < from),
};

export const redactionStrengthened: Rule = {
  id: "REDACTION_STRENGTHENED",
  summary: "a field is redacted more than before",
  why: "Readers of stores and exports may find the value missing.",
  fix: "Nothing to do.",
  effect: "none",
  breaks: [],
  mirror: "REDACTION_WEAKENED",
  example: { before: secret("on-export"), after: secret("on-persist") },
  find: (pair) => moved(pair, (from, to) => to > from),
};
