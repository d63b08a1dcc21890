import type { Evaluation } from "../evaluated.ts";
import type { Literal } from "../formula.ts";
import type { Site } from "../translate.ts";
import type { Translator } from "./index.ts";

const conditionLimit = 8;

/**
 * One disjunct for each set of conditions that may hold together: then what they evaluate is left out. Conditions that
 * do not hold need no mention, since leaving out less asks for more.
 */
function caseSplit(
  before: readonly Evaluation[],
  site: Site,
  keyword: string,
  ask: (evaluated: readonly Evaluation[]) => Literal,
): Literal {
  const { arena } = site;
  const groups = new Map<Literal, Evaluation[]>();
  for (const one of before) {
    const when = arena.and(one.when);
    groups.set(when, [...(groups.get(when) ?? []), one]);
  }
  const always = groups.get(1) ?? [];
  const conditions = [...groups].filter(([when]) => when !== 1);
  if (conditions.length > conditionLimit)
    return site.opaque(`${keyword}:${keyOf(before)}:${site.below(`/${keyword}`)}`);
  const cases: Literal[] = [];
  for (let chosen = 0; chosen < 1 << conditions.length; chosen++) {
    const held = conditions.filter((_, bit) => chosen & (1 << bit));
    const evaluated = [...always, ...held.flatMap(([, some]) => some)];
    cases.push(arena.and([...held.map(([when]) => when), ask(evaluated)]));
  }
  return arena.or(cases);
}

/** Equal texts for neighbours that evaluate the same under the same conditions. */
function keyOf(before: readonly Evaluation[]): string {
  const parts = before.map(({ when, names, prefix, matching }) =>
    JSON.stringify([
      when,
      typeof names === "object" ? [[...names.listed].sort(), [...names.patterns].sort()] : (names ?? null),
      String(prefix),
      matching ?? null,
    ]),
  );
  return parts.sort().join();
}

export const unevaluatedProperties: Translator = (_value, site, _schema, before) => {
  const of = site.below("/unevaluatedProperties");
  const relevant = before.flat().filter((one) => one.names !== undefined);
  const literal = caseSplit(relevant, site, "unevaluatedProperties", (evaluated) => {
    if (evaluated.some((one) => one.names === "all")) return 1;
    const lists = evaluated.map((one) => one.names).filter((names) => typeof names === "object");
    const names = new Set(lists.flatMap((list) => [...list.listed]));
    const patterns = [...new Set(lists.flatMap((list) => list.patterns))].sort();
    return site.arena.make({ kind: "members", region: { kind: "rest", names, patterns }, of });
  });
  return { literal, evaluated: [{ when: [], names: "all" }] };
};

export const unevaluatedItems: Translator = (_value, site, _schema, before) => {
  const of = site.below("/unevaluatedItems");
  const relevant = before.flat().filter((one) => one.prefix !== undefined || one.matching !== undefined);
  const literal = caseSplit(relevant, site, "unevaluatedItems", (evaluated) => {
    const from = Math.max(0, ...evaluated.map((one) => one.prefix ?? 0));
    if (from === Number.POSITIVE_INFINITY) return 1;
    const matching = evaluated.flatMap((one) => one.matching ?? []);
    return site.arena.make({ kind: "items", from, of: site.arena.or([of, ...matching]) });
  });
  return { literal, evaluated: [{ when: [], prefix: Number.POSITIVE_INFINITY }] };
};
