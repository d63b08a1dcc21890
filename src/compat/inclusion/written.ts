import { covers } from "./holds.ts";
import type { Arena } from "./arena.ts";
import { type Below, type Declared, joined, type Reach, where } from "./declared.ts";
import { type Literal, no, yes } from "./formula.ts";
import type { Place } from "./places.ts";
import { declarationReader } from "./read-declared.ts";
import { worldsOf } from "./worlds.ts";

/** A schema that applies to a member or item; `matching` where it does so only to those it accepts. */
interface Entry {
  readonly to: Place;
  readonly matching: boolean;
}

const closingLimit = 20_000;

/**
 * What a writer of the schema may put, beyond what the schema accepts: at every place where something declares members,
 * declared ones only. Where the cases are too many the answer is wider than the truth, never narrower, so a proof of
 * compatibility that rests on it holds.
 */
export function writtenBy(
  root: Place,
  literalOf: (place: Place) => Literal,
  arena: Arena,
  firstTarget: number,
): Literal {
  const read = declarationReader(arena, literalOf);
  const done = new Map<string, Literal>();
  const open = new Map<string, number>();
  const recursive = new Set<number>();
  let target = firstTarget;
  return closing([{ to: root, matching: false }]);

  /** The condition on an instance to which all these schemas apply. */
  function closing(entries: readonly Entry[]): Literal {
    const key = [...new Set(entries.map(({ to, matching }) => `${to.id}${matching ? "?" : ""}`))]
      .sort()
      .join();
    const known = done.get(key);
    if (known !== undefined) return known;
    const loop = open.get(key);
    if (loop !== undefined) {
      recursive.add(loop);
      return arena.make({ kind: "ref", target: loop });
    }
    if (done.size + open.size > closingLimit) return yes;
    const mine = target++;
    open.set(key, mine);
    const declared = joined(
      entries.map(({ to, matching }) => (matching ? where(literalOf(to), read(to)) : read(to))),
    );
    const worlds = worldsOf(declared, arena);
    const literals = worlds?.map((world) => ({ when: world.when, says: inWorld(world.declared) }));
    open.delete(key);
    const literal =
      literals === undefined || literals.every(({ says }) => says === yes)
        ? yes
        : arena.or(literals.map(({ when, says }) => arena.and([...when, says])));
    if (recursive.has(mine)) arena.setBody(mine, literal);
    done.set(key, literal);
    return literal;
  }

  function inWorld(declared: Declared): Literal {
    if (declared.fixed) return yes;
    return arena.and([onlyDeclared(declared), ...members(declared), ...items(declared)]);
  }

  function onlyDeclared({ declares, all, listed, patterns }: Declared): Literal {
    if (!declares || all) return yes;
    const region = { kind: "rest", names: listed, patterns: [...patterns].sort() } as const;
    return arena.make({ kind: "members", region, of: no });
  }

  function* members(declared: Declared): Generator<Literal> {
    const { below } = declared;
    const names = new Set(declared.listed);
    const patterns = new Set(declared.patterns);
    for (const { at } of below) {
      if (at.kind === "name") names.add(at.name);
      if (at.kind !== "rest") continue;
      for (const name of at.names) names.add(name);
      for (const source of at.patterns) patterns.add(source);
    }
    const close = (region: Reach, covering: (at: Reach) => boolean) => {
      const entries = entriesOf(below.filter(({ at }) => covering(at)));
      if (
        entries.length === 0 ||
        region.kind === "matching" ||
        region.kind === "item" ||
        region.kind === "items"
      )
        return yes;
      return arena.make({ kind: "members", region, of: closing(entries) });
    };
    for (const name of names) {
      yield close({ kind: "name", name }, (at) => isRegion(at) && covers(at, name));
    }
    const [source] = patterns;
    // A name may match several patterns; which then apply would take cases.
    if (
      source !== undefined &&
      patterns.size === 1 &&
      ![...names].some((name) => covers({ kind: "pattern", source }, name))
    ) {
      const applies = (at: Reach) =>
        at.kind === "pattern" || (at.kind === "rest" && at.patterns.length === 0);
      yield close({ kind: "pattern", source }, applies);
    }
    yield close({ kind: "rest", names, patterns: [...patterns].sort() }, (at) => at.kind === "rest");
  }

  function* items({ below }: Declared): Generator<Literal> {
    const starts = below.flatMap(({ at }) =>
      at.kind === "item" ? [at.index + 1] : at.kind === "items" ? [at.from] : [],
    );
    const length = Math.max(0, ...starts);
    const covering = (index: number) =>
      entriesOf(
        below.filter(
          ({ at }) =>
            at.kind === "matching" ||
            (at.kind === "item" && at.index === index) ||
            (at.kind === "items" && at.from <= index),
        ),
      );
    for (let index = 0; index < length; index++) {
      const entries = covering(index);
      if (entries.length > 0) yield arena.make({ kind: "item", index, of: closing(entries) });
    }
    const rest = covering(length);
    if (rest.length > 0) yield arena.make({ kind: "items", from: length, of: closing(rest) });
  }
}

/** The schemas that apply; none where one of them may or may not, since then nothing safe can be said. */
function entriesOf(below: readonly Below[]): readonly Entry[] {
  if (below.length > 1 && below.some(({ leftover }) => leftover)) return [];
  return below.map(({ at, to }) => ({ to, matching: at.kind === "matching" }));
}

function isRegion(at: Reach): at is Extract<Reach, { kind: "name" | "pattern" | "rest" }> {
  return at.kind === "name" || at.kind === "pattern" || at.kind === "rest";
}
