import type { JsonObject } from "../../../model.ts";
import { isArray, isObject, own } from "../../../schema/json.ts";
import { append } from "../../../schema/pointer.ts";
import { type Evaluated, underCondition } from "../evaluated.ts";
import { type Literal, yes } from "../formula.ts";
import { types } from "../types.ts";
import { isPattern } from "../is-pattern.ts";
import { atLeast, atMost } from "./count.ts";
import type { Translator } from "./index.ts";

export const minProperties: Translator = (limit, site) => ({
  literal: atLeast("minProperties", limit, site),
});
export const maxProperties: Translator = (limit, site) => ({ literal: atMost("maxProperties", limit, site) });

export const required: Translator = (value, { arena }) => {
  const names = isArray(value) ? value.filter((name) => typeof name === "string") : [];
  return { literal: arena.and(names.map((name) => arena.make({ kind: "has", name }))) };
};

const properties: Translator = (value, site) => {
  if (!isObject(value)) return { literal: yes };
  const names = Object.keys(value);
  const literals = names.map((name) => {
    const of = site.below(append("/properties", name));
    return site.arena.make({ kind: "members", region: { kind: "name", name }, of });
  });
  const evaluated = { when: [], names: { listed: new Set(names), patterns: [] } };
  return { literal: site.arena.and(literals), evaluated: [evaluated] };
};

const patternProperties: Translator = (value, site) => {
  if (!isObject(value)) return { literal: yes };
  const patterns = Object.keys(value);
  const wrong = patterns.find((source) => !isPattern(source));
  if (wrong !== undefined) return { literal: site.opaque(`pattern:${wrong}`) };
  const literals = patterns.map((source) => {
    const of = site.below(append("/patternProperties", source));
    return site.arena.make({ kind: "members", region: { kind: "pattern", source }, of });
  });
  const evaluated = { when: [], names: { listed: new Set<string>(), patterns } };
  return { literal: site.arena.and(literals), evaluated: [evaluated] };
};

const additionalProperties: Translator = (_value, site, schema) => {
  const of = site.below("/additionalProperties");
  const names = new Set(namesOf(schema, "properties"));
  const patterns = namesOf(schema, "patternProperties").filter(isPattern);
  const region = { kind: "rest", names, patterns } as const;
  return {
    literal: site.arena.make({ kind: "members", region, of }),
    evaluated: [{ when: [], names: "all" }],
  };
};

export const members = { properties, patternProperties, additionalProperties };

function namesOf(schema: JsonObject, keyword: string): readonly string[] {
  const value = own(schema, keyword);
  return isObject(value) ? Object.keys(value) : [];
}

export const propertyNames: Translator = (_value, site) => {
  const of = site.below("/propertyNames");
  // A name is a string: what the schema says of other types is nothing to it.
  return { literal: site.arena.make({ kind: "names", of: site.arena.and([of]) }) };
};

/** Where an object has the trigger: further names, or a further schema. */
export function dependencies(keyword: string): Translator {
  return (value, site) => {
    if (!isObject(value)) return { literal: yes };
    const { arena } = site;
    const literals: Literal[] = [];
    const evaluated: Evaluated[] = [];
    for (const [trigger, entry] of Object.entries(value)) {
      const has = arena.make({ kind: "has", name: trigger });
      const link = append(`/${keyword}`, trigger);
      const names = isArray(entry) ? entry.filter((name) => typeof name === "string") : undefined;
      const then =
        names === undefined
          ? site.below(link)
          : arena.and(names.map((name) => arena.make({ kind: "has", name })));
      literals.push(-arena.and([arena.type(types.object), has, -then]));
      if (names === undefined) {
        evaluated.push(underCondition(underCondition(site.evaluatedAt(link), has), arena.type(types.object)));
      }
    }
    return { literal: arena.and(literals), evaluated: evaluated.flat() };
  };
}
