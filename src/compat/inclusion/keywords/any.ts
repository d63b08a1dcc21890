import { isArray } from "../../../schema/json.ts";
import { yes } from "../formula.ts";
import { typesNamed } from "../types.ts";
import type { Translator } from "./index.ts";

export const type: Translator = (value, { arena }) => {
  const names = isArray(value) ? value : [value];
  return { literal: arena.type(names.reduce<number>((mask, name) => mask | typesNamed(name), 0)) };
};

export const enumeration: Translator = (value, { arena }) => ({
  literal: isArray(value) ? arena.enumeration(value) : yes,
});

export const constant: Translator = (value, { arena }) => ({ literal: arena.enumeration([value]) });
