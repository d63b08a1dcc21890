import { yes } from "../formula.ts";
import type { Translator } from "./index.ts";
import { isPattern } from "../is-pattern.ts";
import { atLeast, atMost } from "./count.ts";

export const minLength: Translator = (limit, site) => ({ literal: atLeast("minLength", limit, site) });
export const maxLength: Translator = (limit, site) => ({ literal: atMost("maxLength", limit, site) });

export const pattern: Translator = (source, { arena, opaque }) => {
  if (typeof source !== "string") return { literal: yes };
  return {
    literal: isPattern(source) ? arena.make({ kind: "pattern", source }) : opaque(`pattern:${source}`),
  };
};

/** Asserts only where a test of that name was given. */
export const format: Translator = (name, { arena, formats }) => ({
  literal: typeof name === "string" && formats.has(name) ? arena.make({ kind: "format", name }) : yes,
});
