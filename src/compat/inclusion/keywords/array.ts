import type { JsonObject } from "../../../model.ts";
import { isArray, own } from "../../../schema/json.ts";
import { append } from "../../../schema/pointer.ts";
import { type Literal, yes } from "../formula.ts";
import type { Site } from "../translate.ts";
import { atLeast, atMost } from "./count.ts";
import type { Said, Translator } from "./index.ts";

export const minItems: Translator = (limit, site) => ({ literal: atLeast("minItems", limit, site) });
export const maxItems: Translator = (limit, site) => ({ literal: atMost("maxItems", limit, site) });

export const uniqueItems: Translator = (value, { arena }) => ({
  literal: value === true ? arena.make({ kind: "unique" }) : yes,
});

function listed(keyword: string, count: number, site: Site): Said {
  const literals = Array.from({ length: count }, (_, index) => {
    const link = append(`/${keyword}`, index);
    return site.arena.make({ kind: "item", index, of: site.below(link) });
  });
  return { literal: site.arena.and(literals), evaluated: [{ when: [], prefix: count }] };
}

function rest(keyword: string, from: number, site: Site): Said {
  const of = site.below(`/${keyword}`);
  return {
    literal: site.arena.make({ kind: "items", from, of }),
    evaluated: [{ when: [], prefix: Number.POSITIVE_INFINITY }],
  };
}

export const prefixItems: Translator = (value, site) =>
  isArray(value) ? listed("prefixItems", value.length, site) : { literal: yes };

const itemsKeyword: Translator = (value, site, schema) => {
  const modern = site.place.located.dialect === "2020-12";
  if (isArray(value)) return modern ? { literal: yes } : listed("items", value.length, site);
  return rest("items", modern ? lengthOf(schema, "prefixItems") : 0, site);
};

/** Speaks only beside the array form of `items`. */
const additional: Translator = (_value, site, schema) =>
  isArray(own(schema, "items")) ? rest("additionalItems", lengthOf(schema, "items"), site) : { literal: yes };

export const items = Object.assign(itemsKeyword, { additional });

function lengthOf(schema: JsonObject, keyword: string): number {
  const value = own(schema, keyword);
  return isArray(value) ? value.length : 0;
}

/** Together with `minContains` and `maxContains`, which say nothing alone. */
export const contains: Translator = (_value, site, schema) => {
  const { dialect } = site.place.located;
  const counts = dialect === "2019-09" || dialect === "2020-12";
  const of = site.below("/contains");
  const least = (counts ? numberAt(schema, "minContains") : undefined) ?? 1;
  const most = counts ? numberAt(schema, "maxContains") : undefined;
  const literals: Literal[] = [site.arena.make({ kind: "atLeast", count: Math.ceil(least), of })];
  if (most !== undefined) literals.push(site.arena.make({ kind: "atMost", count: Math.floor(most), of }));
  // 2019-09 does not count contained items as evaluated.
  const evaluated = dialect === "2020-12" ? [{ when: [], matching: of }] : [];
  return { literal: site.arena.and(literals), evaluated };
};

function numberAt(schema: JsonObject, keyword: string): number | undefined {
  const value = own(schema, keyword);
  return typeof value === "number" ? value : undefined;
}
