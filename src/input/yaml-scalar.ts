import type { Json } from "../model.ts";
import type { Bounds } from "./bounds.ts";
import { roundTrips } from "./number.ts";

const words: Readonly<Record<string, null | boolean>> = {
  __proto__: null,
  "": null,
  "~": null,
  null: null,
  Null: null,
  NULL: null,
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
};

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** What some YAML version takes for a number, and JSON does not. */
const otherNumber =
  /^[-+]?(?:\.inf|\.nan|0x[\da-f_]+|0o[0-7_]+|0b[01_]+|\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.\d[\d_]*(?:e[-+]?\d+)?)$/i;
/** YAML 1.1 took these for booleans, and half of the readers still do. */
const olderBoolean = /^(?:yes|no|on|off)$/i;

/**
 * What an unquoted scalar means in the YAML 1.2 core schema, kept to what every reader agrees on.
 * A text that readers take differently answers with the reason.
 */
export function plainScalar(
  source: string,
  bounds: Bounds,
): { readonly value: Json } | { readonly refused: string; readonly hint: string } {
  if (Object.hasOwn(words, source)) return { value: words[source] ?? null };
  if (jsonNumber.test(source)) {
    if (!roundTrips(source, bounds.longFractions))
      return { refused: "this number changes when it is read", hint: "put it in quotes" };
    if (!bounds.longFractions && /\.\d*0$/.test(source))
      return {
        refused: "this number loses its last zero when it is read",
        hint: "put it in quotes, or drop the zero",
      };
    return { value: Number(source) };
  }
  if (otherNumber.test(source))
    return { refused: "this is no JSON number", hint: "put it in quotes, or write it in decimal" };
  if (!bounds.longFractions && olderBoolean.test(source))
    return {
      refused: "some readers take this for a boolean",
      hint: "put it in quotes, or write true or false",
    };
  return { value: source };
}
