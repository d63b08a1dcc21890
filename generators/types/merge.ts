import { combineChoices } from "./choices.ts";
import { intersect } from "./intersect.ts";
import { key } from "./same.ts";
import {
  isNever,
  type Member,
  type Named,
  never,
  type ObjectType,
  object,
  type Pattern,
  type Template,
  type Type,
  type Union,
  unknown,
} from "./type.ts";
import { union } from "./union.ts";

/** An object that is both; `never` where a required member cannot be. */
export function mergeObjects(a: ObjectType, b: ObjectType): Type {
  return settle(mergeOwn(a, b), combineChoices(a.choices, b.choices));
}

/** An object together with a union: its object parts become a choice beside what all of them share. */
export function withUnion(shared: ObjectType, union_: Union): Type {
  const objects: ObjectType[] = [];
  for (const part of union_.of) {
    const possible = part.is === "named" ? object({ also: [part] }) : intersect(part, shared);
    if (isNever(possible)) continue;
    if (part.is === "object") objects.push(part);
    else if (part.is === "named") objects.push(object({ also: [part] }));
    else return union(union_.of.map((other) => intersect(other, shared)));
  }
  return mergeObjects(shared, object({ choices: [objects] }));
}

/** Narrows what may be chosen by what is shared; what is left without choice is shared too. */
function settle(start: ObjectType | undefined, choices: ObjectType["choices"]): Type {
  let own = start;
  let open = choices;
  while (own !== undefined) {
    const shared = own;
    const narrowed = open.map((choice) => narrowAll(shared, choice));
    const settled = narrowed.findIndex((choice) => choice.length < 2);
    if (settled < 0) return { ...shared, choices: narrowed };
    const [only] = narrowed[settled] ?? [];
    if (only === undefined) return never;
    own = mergeOwn(shared, only);
    open = [...narrowed.filter((_, at) => at !== settled), ...only.choices];
  }
  return never;
}

function narrowAll(own: ObjectType, choice: readonly ObjectType[]): readonly ObjectType[] {
  const possible = new Map<string, ObjectType>();
  for (const part of choice) {
    const narrowed = narrow(own, part);
    if (narrowed !== undefined) possible.set(key(narrowed), narrowed);
  }
  return [...possible.values()];
}

/** A part of a choice with its own members narrowed by what is shared; undefined where they contradict. */
function narrow(own: ObjectType, part: ObjectType): ObjectType | undefined {
  const whole = mergeOwn(own, part);
  if (whole === undefined) return undefined;
  const members = [...part.members].map(([name, { docs }]): [string, Member] => {
    const member = whole.members.get(name);
    return [name, { type: member?.type ?? unknown, required: member?.required ?? false, docs }];
  });
  return { ...part, members: new Map(members) };
}

function mergeOwn(a: ObjectType, b: ObjectType): ObjectType | undefined {
  const members = new Map<string, Member>();
  for (const name of new Set([...a.members.keys(), ...b.members.keys()])) {
    const left = a.members.get(name);
    const right = b.members.get(name);
    const type = intersect(left?.type ?? undeclared(a, name), right?.type ?? undeclared(b, name));
    const required = left?.required === true || right?.required === true;
    if (required && isNever(type)) return undefined;
    members.set(name, { type, required, docs: left?.docs ?? right?.docs });
  }
  const also = new Map<string, Named>([...a.also, ...b.also].map((named) => [named.name, named]));
  return {
    is: "object",
    members,
    patterns: mergePatterns([...beside(a, b), ...beside(b, a)]),
    rest: intersect(a.rest, b.rest),
    openness: openness(a, b),
    also: [...also.values()],
    choices: [],
  };
}

function openness(a: ObjectType, b: ObjectType): ObjectType["openness"] {
  const all = [a.openness, b.openness];
  return all.includes("stated") ? "stated" : all.includes("sealed") ? "sealed" : "silent";
}

/** What an object says of a member it does not declare. */
function undeclared(type: ObjectType, name: string): Type {
  if (type.patterns.some((pattern) => pattern.key === undefined)) return unknown;
  const matching = type.patterns.filter(({ key }) => key !== undefined && matches(key, name));
  if (matching.length === 0) return type.rest;
  return matching.reduce<Type>((sum, pattern) => intersect(sum, pattern.type), unknown);
}

export function matches(template: Template, name: string): boolean {
  const { start, end } = template;
  return name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
}

/** Patterns that a type writes alike hold together: TypeScript takes one index signature of a form. */
export function mergePatterns(patterns: readonly Pattern[]): readonly Pattern[] {
  const merged = new Map<string, Pattern>();
  for (const pattern of patterns) {
    const form = pattern.key === undefined ? pattern.source : key(pattern.key);
    const known = merged.get(form);
    merged.set(form, known === undefined ? pattern : { ...known, type: intersect(known.type, pattern.type) });
  }
  return [...merged.values()];
}

/** The patterns of one object where the other holds as well. */
function beside(one: ObjectType, other: ObjectType): readonly Pattern[] {
  if (other.patterns.length > 0) return one.patterns;
  return one.patterns.map((pattern) => ({ ...pattern, type: intersect(pattern.type, other.rest) }));
}
