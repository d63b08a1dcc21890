import type { Arena } from "./arena.ts";
import { type Choice, type Declared, joined } from "./declared.ts";
import { type Literal, no } from "./formula.ts";

/** One way the branches can fall, and what is declared then; its own choices are all made. */
export interface World {
  readonly when: readonly Literal[];
  readonly declared: Declared;
}

const worldLimit = 256;

/** Every way the choices of a place can fall, all cases covered; undefined where they are too many. */
export function worldsOf(declared: Declared, arena: Arena): readonly World[] | undefined {
  let worlds: readonly World[] = [{ when: [], declared: { ...declared, choices: [] } }];
  for (const choice of declared.choices) {
    const options = optionsOf(choice, arena);
    if (options === undefined || worlds.length * options.length > worldLimit) return undefined;
    worlds = worlds.flatMap((world) =>
      options.map((option) => ({
        when: [...world.when, ...option.when],
        declared: joined([world.declared, option.declared]),
      })),
    );
  }
  return worlds;
}

function optionsOf({ exactlyOne, branches }: Choice, arena: Arena): readonly World[] | undefined {
  const sets = exactlyOne ? branches.map((_, index) => [index]) : togetherSets(branches, arena);
  const options: World[] = [];
  for (const set of sets ?? []) {
    const held = branches.filter((_, index) => set.includes(index));
    // Alternatives that cannot hold beside these need no denial; in a oneOf the schema itself denies them.
    const denied = exactlyOne
      ? []
      : branches.filter(
          ({ literal }, index) =>
            !set.includes(index) && !held.some((one) => apart(one.literal, literal, arena)),
        );
    const when = [...held.map(({ literal }) => literal), ...denied.map(({ literal }) => -literal)];
    const below = worldsOf(joined(held.map(({ declared }) => declared)), arena);
    if (below === undefined || options.length + below.length > worldLimit) return undefined;
    for (const world of below) options.push({ when: [...when, ...world.when], declared: world.declared });
  }
  return sets && options;
}

/** The sets of alternatives of an `anyOf` that may hold together, by position. */
function togetherSets(
  branches: Choice["branches"],
  arena: Arena,
): readonly (readonly number[])[] | undefined {
  let sets: number[][] = [];
  for (const [index, { literal }] of branches.entries()) {
    const grown = sets
      .filter((set) => set.every((other) => !apart(branches[other]?.literal ?? no, literal, arena)))
      .map((set) => [...set, index]);
    sets = [...sets, ...grown, [index]];
    if (sets.length > worldLimit) return undefined;
  }
  return sets;
}

/** Whether two literals exclude each other at a glance: by type, or by the constant of a required member. */
function apart(a: Literal, b: Literal, arena: Arena): boolean {
  if ((arena.typesOf(a) & arena.typesOf(b)) === 0 || arena.and([a, b]) === no) return true;
  const [ours, theirs] = [tagsOf(a, arena), tagsOf(b, arena)];
  return [...ours].some(([name, keys]) => {
    const others = theirs.get(name);
    return others !== undefined && !keys.some((key) => others.includes(key));
  });
}

/** Members that must be there with one of some listed values, by the keys of the values. */
function tagsOf(literal: Literal, arena: Arena): ReadonlyMap<string, readonly string[]> {
  const node = arena.node(literal);
  const parts = literal > 0 && node.kind === "and" ? node.of : [];
  const nodes = parts.filter((part) => part > 0).map((part) => arena.node(part));
  const required = new Set(nodes.flatMap((part) => (part.kind === "has" ? [part.name] : [])));
  const tags = new Map<string, readonly string[]>();
  if ((arena.typesOf(literal) & ~64) !== 0) return tags;
  for (const part of nodes) {
    if (part.kind !== "members" || part.region.kind !== "name" || !required.has(part.region.name)) continue;
    const keys = part.of > 0 ? listedKeys(part.of, arena) : undefined;
    if (keys !== undefined) tags.set(part.region.name, keys);
  }
  return tags;
}

function listedKeys(literal: Literal, arena: Arena): readonly string[] | undefined {
  const node = arena.node(literal);
  if (node.kind === "enum") return [...node.values.keys()];
  if (node.kind !== "and") return undefined;
  const listed = node.of
    .map((part) => (part > 0 ? arena.node(part) : undefined))
    .find((part) => part?.kind === "enum");
  return listed?.kind === "enum" ? [...listed.values.keys()] : undefined;
}
