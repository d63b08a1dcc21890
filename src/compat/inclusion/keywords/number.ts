import type { Json } from "../../../model.ts";
import { own } from "../../../schema/json.ts";
import { type Literal, yes } from "../formula.ts";
import { fromNumber } from "../rational.ts";
import type { Site } from "../translate.ts";
import type { Translator } from "./index.ts";

function bound(kind: "minimum" | "maximum", limit: Json, exclusive: boolean, { arena }: Site): Literal {
  return typeof limit === "number" ? arena.make({ kind, bound: fromNumber(limit), exclusive }) : yes;
}

/** In draft-04 a boolean beside the bound makes it exclusive. */
function bounded(kind: "minimum" | "maximum", flag: "exclusiveMinimum" | "exclusiveMaximum"): Translator {
  return (limit, site, schema) => {
    const exclusive = site.place.located.dialect === "draft-04" && own(schema, flag) === true;
    return { literal: bound(kind, limit, exclusive, site) };
  };
}

function exclusively(kind: "minimum" | "maximum"): Translator {
  return (limit, site) => {
    const flag = site.place.located.dialect === "draft-04";
    return { literal: flag ? yes : bound(kind, limit, true, site) };
  };
}

export const minimum = bounded("minimum", "exclusiveMinimum");
export const maximum = bounded("maximum", "exclusiveMaximum");
export const exclusiveMinimum = exclusively("minimum");
export const exclusiveMaximum = exclusively("maximum");

export const multipleOf: Translator = (divisor, { arena }) => ({
  literal:
    typeof divisor === "number" && divisor > 0
      ? arena.make({ kind: "multipleOf", divisor: fromNumber(divisor) })
      : yes,
});
