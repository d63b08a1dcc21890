import { isObject } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import { speaks } from "../../evaluate/vocabulary.ts";
import type { Arena } from "./arena.ts";
import { type Evaluated, nothingEvaluated } from "./evaluated.ts";
import { type Literal, no, yes } from "./formula.ts";
import { translators } from "./keywords/index.ts";
import { anyType } from "./types.ts";
import { valueKey } from "./value-key.ts";
import { hidesNeighbours, type Place } from "./places.ts";

/** A schema in the engine's words, and what it leaves evaluated for `unevaluated*` around it. */
export interface Translated {
  readonly literal: Literal;
  readonly evaluated: Evaluated;
}

/** What the translator of a keyword may know. */
export interface Site {
  readonly arena: Arena;
  readonly place: Place;
  /** Formats that assert, by name; unknown ones say nothing. */
  readonly formats: ReadonlyMap<string, (text: string) => boolean>;
  /**
   * The subschema at a relative pointer or behind a reference keyword; where none stands there,
   * a predicate of its own, so that nothing is assumed of it.
   */
  below(link: string): Literal;
  evaluatedAt(link: string): Evaluated;
  /** A predicate of which only this is known: equal keys mean the same, whatever they mean. */
  opaque(key: string): Literal;
}

/** Where each node came from first, for reasons people can follow. */
export type Origins = Map<number, string>;

/** Translates every place, innermost first, without recursion. Loops are cut where they descend into the instance. */
export function translate(
  places: readonly Place[],
  arena: Arena,
  formats: Site["formats"],
  origins: Origins,
): ReadonlyMap<Place, Translated> {
  const done = new Map<Place, Translated>();
  const opened = new Set<Place>();
  for (const start of places) {
    const open = [start];
    for (let place = open.at(-1); place !== undefined; place = open.at(-1)) {
      if (done.has(place)) {
        open.pop();
      } else if (opened.has(place)) {
        open.pop();
        const translated = translateOne(place, arena, formats, done, origins);
        done.set(place, translated);
        remember(origins, translated.literal, place.located.pointer);
      } else {
        opened.add(place);
        for (const { to, inPlace } of place.links.values()) {
          if (!cuts(place, to, inPlace) && !done.has(to)) open.push(to);
        }
      }
    }
  }
  for (const place of places) {
    if (place.recursive) arena.setBody(place.id, done.get(place)?.literal ?? yes);
  }
  return done;
}

/** The first place counts, and a keyword before the schema around it; that something always holds comes from nowhere. */
function remember(origins: Origins, literal: Literal, pointer: string): void {
  const id = Math.abs(literal);
  if (id > yes && !origins.has(id)) origins.set(id, pointer);
}

function cuts(from: Place, to: Place, inPlace: boolean): boolean {
  return !inPlace && from.recursive && to.recursive && from.loop === to.loop;
}

function translateOne(
  place: Place,
  arena: Arena,
  formats: Site["formats"],
  done: ReadonlyMap<Place, Translated>,
  origins: Origins,
): Translated {
  const { located } = place;
  const { schema } = located;
  if (!isObject(schema)) return { literal: schema === false ? no : yes, evaluated: nothingEvaluated };
  const site: Site = {
    arena,
    place,
    formats,
    below(link) {
      const target = place.links.get(link);
      if (target !== undefined && cuts(place, target.to, target.inPlace)) {
        return arena.make({ kind: "ref", target: target.to.id });
      }
      return (
        (target && done.get(target.to)?.literal) ??
        site.opaque(`missing:${located.base}:${valueKey(schema)}:${link}`)
      );
    },
    evaluatedAt(link) {
      const target = place.links.get(link);
      return (target && done.get(target.to)?.evaluated) ?? nothingEvaluated;
    },
    opaque: (key) => arena.make({ kind: "opaque", key, types: anyType }),
  };
  const hidden = hidesNeighbours(located);
  const literals: Literal[] = [];
  const evaluated: Evaluated[] = [];
  for (const [keyword, translator] of translators) {
    if (!Object.hasOwn(schema, keyword) || (hidden && keyword !== "$ref") || !speaks(keyword, located))
      continue;
    const said = translator(schema[keyword] ?? null, site, schema, evaluated);
    literals.push(said.literal);
    remember(origins, said.literal, append(located.pointer, keyword));
    if (said.evaluated !== undefined) evaluated.push(said.evaluated);
  }
  return {
    literal: arena.and(literals),
    evaluated: evaluated.length === 0 ? nothingEvaluated : evaluated.flat(),
  };
}
