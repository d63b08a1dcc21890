import { kind } from "./kinds.ts";
import { matches, mergeObjects, withUnion } from "./merge.ts";
import { restrict } from "./restrict.ts";
import {
  type ArrayType,
  type Atom,
  atoms,
  isNever,
  kindsOf,
  type Literal,
  type Named,
  never,
  type OtherString,
  object,
  type Template,
  type Type,
} from "./type.ts";
import { union } from "./union.ts";

/** A product of unions beyond this many parts is not spelled out; the wider type stands. */
const mostParts = 1024;

/** What is both; never less than that, so that the type stays sound where it cannot be exact. */
export function intersect(a: Type, b: Type): Type {
  if (a.is === "any") return restrict(b, a.kinds);
  if (b.is === "any") return restrict(a, b.kinds);
  if (a.is === "object" && b.is === "union") return withUnion(a, b);
  if (b.is === "object" && a.is === "union") return withUnion(b, a);
  if (a.is === "union") {
    const listed = literalsOf(b);
    if (listed !== undefined && literalsOf(a) !== undefined) {
      return union(a.of.filter((atom) => atom.is === "literal" && listed.has(atom.value)));
    }
    if (structures(a) * structures(b) > mostParts) return a;
    return union(a.of.map((atom) => intersect(atom, b)));
  }
  if (b.is === "union") return union(b.of.map((atom) => intersect(a, atom)));
  return intersectAtoms(a, b);
}

/** The values of an enum; undefined where a type is more than that. */
function literalsOf(type: Type): ReadonlySet<Literal["value"]> | undefined {
  const values = new Set<Literal["value"]>();
  for (const atom of atoms(type)) {
    if (atom.is !== "literal") return undefined;
    values.add(atom.value);
  }
  return values;
}

/** How many parts there are that take work to compare. */
function structures(type: Type): number {
  return Math.max(1, atoms(type).filter((atom) => atom.is !== "literal" && atom.is !== "any").length);
}

function intersectAtoms(a: Atom, b: Atom): Type {
  const kinds = kindsOf(a) & kindsOf(b);
  if (kinds === 0) return never;
  if (a.is === "except") return without(b, a.values, a.kinds);
  if (b.is === "except") return without(a, b.values, b.kinds);
  if (a.is === "literal") return literalIn(a, b);
  if (b.is === "literal") return literalIn(b, a);
  if (a.is === "other string") return b.is === "other string" ? other(a, b.not) : b;
  if (b.is === "other string") return a;
  if (a.is === "object" && b.is === "object") return mergeObjects(a, b);
  if (a.is === "object" && b.is === "named") return mergeObjects(a, object({ also: [b] }));
  if (a.is === "named" && b.is === "object") return mergeObjects(object({ also: [a] }), b);
  if (a.is === "array" && b.is === "array") return intersectArrays(a, b);
  if (a.is === "template" && b.is === "template") return templates(a, b);
  if (a.is === "named" && b.is === "named") return bothNamed(a, b);
  return { is: "both", of: [...parts(a), ...parts(b)], kinds };
}

/** Scalars ruled out disappear where they are named; elsewhere TypeScript cannot say "all but". */
function without(type: Atom, values: readonly Literal["value"][], kinds: number): Type {
  if (type.is === "literal" && values.includes(type.value)) return never;
  if (type.is === "other string") return other(type, values);
  const rest = restrict(type, kinds);
  return rest.is === "except" ? { ...rest, values: [...rest.values, ...values] } : rest;
}

function other(type: OtherString, values: Iterable<Literal["value"]>): OtherString {
  return { is: "other string", not: new Set([...type.not, ...values]) };
}

function literalIn(literal: Literal, type: Atom): Type {
  const { value } = literal;
  if (type.is === "literal") return type.value === value ? literal : never;
  if (type.is === "other string") return type.not.has(value) ? never : literal;
  if (type.is === "template") {
    return typeof value === "string" && matches(type, value) ? literal : never;
  }
  return literal;
}

function templates(a: Template, b: Template): Type {
  const start = a.start.length > b.start.length ? a.start : b.start;
  const end = a.end.length > b.end.length ? a.end : b.end;
  const agree =
    start.startsWith(a.start) && start.startsWith(b.start) && end.endsWith(a.end) && end.endsWith(b.end);
  if (!agree) return never;
  // A string may be shorter than both together where they overlap; a template literal cannot say that.
  return a.end === "" && b.end === "" ? { is: "template", start, end } : a;
}

function bothNamed(a: Named, b: Named): Type {
  if (a.name === b.name) return a;
  const kinds = a.kinds & b.kinds;
  return kinds === kind.object ? object({ also: [a, b] }) : { is: "both", of: [a, b], kinds };
}

function parts(type: Atom): readonly Atom[] {
  return type.is === "both" ? type.of : [type];
}

function intersectArrays(a: ArrayType, b: ArrayType): Type {
  const length = Math.max(a.head.length, b.head.length);
  const least = Math.max(a.least, b.least);
  let most = lower(a.most, b.most);
  const head: Type[] = [];
  for (let position = 0; position < length; position++) {
    const item = intersect(a.head[position] ?? a.rest, b.head[position] ?? b.rest);
    if (isNever(item)) {
      most = lower(most, position);
      break;
    }
    head.push(item);
  }
  const rest = head.length < length ? never : intersect(a.rest, b.rest);
  if (isNever(rest)) most = lower(most, head.length);
  if (most !== undefined && least > most) return never;
  return { is: "array", head, least, most, rest };
}

function lower(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.min(a, b);
}
