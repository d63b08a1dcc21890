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

const mostVariants = 128;

/** An object that is both; `never` where a required member cannot be. */
export function mergeObjects(a: ObjectType, b: ObjectType): Type {
  const own = mergeOwn(a, b);
  if (own === undefined) return never;
  const variants = alternatives(a, b);
  if (variants === undefined) return own;
  return withVariants(own, variants);
}

/** An object together with a union: its object parts become variants beside what all of them share. */
export function withUnion(shared: ObjectType, choices: Union): Type {
  const objects: ObjectType[] = [];
  for (const choice of choices.of) {
    const part = choice.is === "named" ? object({ also: [choice] }) : intersect(choice, shared);
    if (isNever(part)) continue;
    if (choice.is === "object") objects.push(choice);
    else if (choice.is === "named") objects.push(object({ also: [choice] }));
    else return union(choices.of.map((other) => intersect(other, shared)));
  }
  return objects.length === 0 ? never : mergeObjects(shared, object({ variants: objects }));
}

function alternatives(a: ObjectType, b: ObjectType): readonly ObjectType[] | undefined {
  if (a.variants.length === 0) return b.variants.length === 0 ? undefined : b.variants;
  if (b.variants.length === 0) return a.variants;
  if (a.variants.length * b.variants.length > mostVariants) return a.variants;
  const products: ObjectType[] = [];
  for (const left of a.variants) {
    for (const right of b.variants) {
      const both = mergeObjects(left, right);
      if (both.is === "object") products.push(both);
    }
  }
  return products;
}

function withVariants(own: ObjectType, variants: readonly ObjectType[]): Type {
  const possible = new Map<string, ObjectType>();
  for (const variant of variants) {
    const narrowed = narrow(own, variant);
    if (narrowed !== undefined) possible.set(key(narrowed), narrowed);
  }
  const [first] = possible.values();
  if (first === undefined) return never;
  if (possible.size === 1) return mergeObjects({ ...own, variants: [] }, first);
  return { ...own, variants: [...possible.values()] };
}

/** A variant with its own members narrowed by what all variants share; undefined where they contradict. */
function narrow(own: ObjectType, variant: ObjectType): ObjectType | undefined {
  const whole = mergeOwn(own, variant);
  if (whole === undefined) return undefined;
  const members = [...whole.members].filter(([name]) => variant.members.has(name));
  return { ...variant, members: new Map(members) };
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
    patterns: [...beside(a, b), ...beside(b, a)],
    rest: intersect(a.rest, b.rest),
    openness: openness(a, b),
    also: [...also.values()],
    variants: [],
  };
}

function openness(a: ObjectType, b: ObjectType): ObjectType["openness"] {
  if (a.openness === "sealed" || b.openness === "sealed") return "sealed";
  return a.openness === "silent" ? b.openness : a.openness;
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

/** The patterns of one object where the other holds as well. */
function beside(one: ObjectType, other: ObjectType): readonly Pattern[] {
  if (other.patterns.length > 0) return one.patterns;
  return one.patterns.map((pattern) => ({ ...pattern, type: intersect(pattern.type, other.rest) }));
}
