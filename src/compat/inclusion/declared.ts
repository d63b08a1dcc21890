import type { Json } from "../../model.ts";
import { type Literal, type Region, yes } from "./formula.ts";
import type { Place } from "./places.ts";

/** Where in the members or items of an instance a schema applies. */
export type Reach =
  | Region
  | { readonly kind: "item"; readonly index: number }
  | { readonly kind: "items"; readonly from: number }
  /** Items the schema accepts: `contains`. */
  | { readonly kind: "matching" };

export interface Below {
  readonly at: Reach;
  readonly to: Place;
  /** `unevaluated*`: it applies only to what nobody else speaks of, as far as it can see. */
  readonly leftover?: boolean;
}

/** What schemas say about who may write which members of one place (architecture: content models). */
export interface Declared {
  readonly listed: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
  /** A schema for all other members: a map. */
  readonly all: boolean;
  /** Something declares members here; where nothing does, the place is a map. */
  readonly declares: boolean;
  /** The value is written out in the schema. */
  readonly fixed: boolean;
  readonly below: readonly Below[];
  readonly choices: readonly Choice[];
}

/** What holds only where a branch does. */
export interface Choice {
  /** One of the branches holds and no other; else any number may. */
  readonly exactlyOne: boolean;
  readonly branches: readonly { readonly literal: Literal; readonly declared: Declared }[];
}

export const nothingDeclared: Declared = {
  listed: new Set(),
  patterns: new Set(),
  all: false,
  declares: false,
  fixed: false,
  below: [],
  choices: [],
};

/** Where nothing depends on what is declared. */
export function isSilent({ declares, fixed, below, choices, listed }: Declared): boolean {
  return !declares && !fixed && listed.size === 0 && below.length === 0 && choices.length === 0;
}

export function joined(all: readonly Declared[]): Declared {
  const said = all.filter((one) => !isSilent(one));
  const [only] = said;
  if (only === undefined) return nothingDeclared;
  if (said.length === 1) return only;
  return {
    listed: new Set(said.flatMap(({ listed }) => [...listed])),
    patterns: new Set(said.flatMap(({ patterns }) => [...patterns])),
    all: said.some(({ all }) => all),
    declares: said.some(({ declares }) => declares),
    fixed: said.some(({ fixed }) => fixed),
    below: said.flatMap(({ below }) => below),
    choices: said.flatMap(({ choices }) => choices),
  };
}

/** What holds only where a literal does. */
export function where(literal: Literal, declared: Declared): Declared {
  return choice(true, [
    { literal, declared },
    { literal: -literal, declared: nothingDeclared },
  ]);
}

/** What depends on which branches hold. */
export function choice(exactlyOne: boolean, branches: Choice["branches"]): Declared {
  if (branches.every(({ declared }) => isSilent(declared))) return nothingDeclared;
  const [only] = branches;
  if (branches.length === 1 && only?.literal === yes) return only.declared;
  return { ...nothingDeclared, choices: [{ exactlyOne, branches }] };
}

/** Members that are named, and nothing more. */
export function naming(names: readonly Json[]): Declared {
  const listed = new Set(names.filter((name) => typeof name === "string"));
  return { ...nothingDeclared, listed, declares: listed.size > 0 };
}
