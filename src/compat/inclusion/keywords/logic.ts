import { isArray, own } from "../../../schema/json.ts";
import { append } from "../../../schema/pointer.ts";
import { type Evaluated, underCondition } from "../evaluated.ts";
import { type Literal, yes } from "../formula.ts";
import type { Site } from "../translate.ts";
import type { Translator } from "./index.ts";

interface Branch {
  readonly literal: Literal;
  readonly evaluated: Evaluated;
}

function branchAt(link: string, site: Site): Branch {
  return { literal: site.below(link), evaluated: site.evaluatedAt(link) };
}

function branches(keyword: string, count: number, site: Site): readonly Branch[] {
  return Array.from({ length: count }, (_, index) => branchAt(append(`/${keyword}`, index), site));
}

export function reference(keyword: string): Translator {
  return (value, site) => {
    if (typeof value !== "string") return { literal: yes };
    return branchAt(keyword, site);
  };
}

export const allOf: Translator = (value, site) => {
  const all = isArray(value) ? branches("allOf", value.length, site) : [];
  return {
    literal: site.arena.and(all.map(({ literal }) => literal)),
    evaluated: all.flatMap(({ evaluated }) => evaluated),
  };
};

function conditional(all: readonly Branch[]): Evaluated {
  return all.flatMap(({ literal, evaluated }) => underCondition(evaluated, literal));
}

export const anyOf: Translator = (value, site) => {
  if (!isArray(value)) return { literal: yes };
  const all = branches("anyOf", value.length, site);
  return { literal: site.arena.or(all.map(({ literal }) => literal)), evaluated: conditional(all) };
};

export const oneOf: Translator = (value, site) => {
  if (!isArray(value)) return { literal: yes };
  const all = branches("oneOf", value.length, site);
  const of = all.map(({ literal }) => literal);
  return { literal: site.arena.make({ kind: "oneOf", of }), evaluated: conditional(all) };
};

export const not: Translator = (_value, site) => ({ literal: -branchAt("/not", site).literal });

/** `then` and `else` say nothing without `if`. */
export const condition: Translator = (_value, site, schema) => {
  const test = branchAt("/if", site);
  const says = (keyword: "then" | "else") =>
    own(schema, keyword) === undefined ? { literal: yes, evaluated: [] } : branchAt(`/${keyword}`, site);
  const then = says("then");
  const otherwise = says("else");
  const { arena } = site;
  return {
    literal: arena.and([
      arena.or([-test.literal, then.literal]),
      arena.or([test.literal, otherwise.literal]),
    ]),
    evaluated: [
      ...underCondition([...test.evaluated, ...then.evaluated], test.literal),
      ...underCondition(otherwise.evaluated, -test.literal),
    ],
  };
};
