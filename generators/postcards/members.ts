import { isArray, isObject, own } from "../../src/schema/json.ts";
import { append } from "../../src/schema/pointer.ts";
import type { Located } from "../../src/schema/resources.ts";
import { follow, keyword, type Page } from "./page.ts";

export interface Member {
  readonly name: string;
  readonly at: Located;
  readonly required: boolean;
}

/** What a schema says of an object: members named outright, and parts that apply under a condition. */
export interface Members {
  readonly members: readonly Member[];
  /** `anyOf`, `oneOf`: several shapes; `if`: consequences. */
  readonly cases: readonly Case[];
  /** Names, each with the names that must be there where it is. */
  readonly dependents: readonly (readonly [string, readonly string[]])[];
}

export interface Case {
  readonly keyword: "anyOf" | "oneOf" | "if";
  readonly branches: readonly Located[];
}

/** The members of an object schema, through references and `allOf`; nested schemas are left alone. */
export function membersOf(page: Page, at: Located): Members {
  const named = new Map<string, Located>();
  const required = new Set<string>();
  const cases: Case[] = [];
  const dependents: (readonly [string, readonly string[]])[] = [];
  const seen = new Set<Located>();

  const gather = (place: Located): void => {
    if (seen.has(place)) return;
    seen.add(place);
    const { at: target } = follow(page, place);
    if (target !== place) gather(target);
    for (const [name, child] of subschemas(page, place, "properties"))
      if (!named.has(name)) named.set(name, child);
    for (const name of strings(keyword(place, "required"))) required.add(name);
    for (const [, child] of subschemas(page, place, "allOf")) gather(child);
    for (const name of ["anyOf", "oneOf"] as const) {
      const branches = subschemas(page, place, name).map(([, child]) => child);
      if (branches.length > 0) cases.push({ keyword: name, branches });
    }
    for (const name of ["dependentRequired", "dependencies"]) {
      const names = keyword(place, name);
      if (isObject(names))
        for (const key of Object.keys(names)) dependents.push([key, strings(own(names, key))]);
    }
    if (keyword(place, "if") !== undefined) cases.push({ keyword: "if", branches: [place] });
  };
  gather(at);

  const undeclared = [...required].filter((name) => !named.has(name));
  return {
    members: [
      ...[...named].map(([name, child]) => ({ name, at: child, required: required.has(name) })),
      ...undeclared.map((name) => ({ name, at: anything(at), required: true })),
    ],
    cases,
    dependents: dependents.filter(([, names]) => names.length > 0),
  };
}

/** The subschemas of an array or map keyword, with their names or positions. */
export function subschemas(page: Page, at: Located, name: string): readonly (readonly [string, Located])[] {
  const value = keyword(at, name);
  const keys = isArray(value) ? [...value.keys()].map(String) : isObject(value) ? Object.keys(value) : [];
  return keys.flatMap((key) => {
    const child = page.index.at(at, append(append("", name), key));
    return child === undefined ? [] : [[key, child] as const];
  });
}

/** The subschema of a keyword that holds one; undefined where there is none. */
export function subschema(page: Page, at: Located, name: string): Located | undefined {
  return keyword(at, name) === undefined ? undefined : page.index.at(at, append("", name));
}

export function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];
}

function anything(at: Located): Located {
  return { ...at, schema: true };
}
