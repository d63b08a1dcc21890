import type { Docs } from "./docs.ts";
import { allKinds, type Kinds, kind, kindsOfValue } from "./kinds.ts";

/** What a type may be, before it is printed. Each node covers every instance of what it was made from. */
export type Type =
  | Any
  | Except
  | Literal
  | Template
  | OtherString
  | ArrayType
  | ObjectType
  | Named
  | Both
  | Union;

/** Anything of the given JSON kinds: `unknown`, `string`, `number | null`, `unknown[]`; no kinds is `never`. */
export interface Any {
  readonly is: "any";
  readonly kinds: Kinds;
}

/** Anything of the kinds but these scalars. TypeScript cannot say it alone; it thins out unions it meets. */
export interface Except {
  readonly is: "except";
  readonly kinds: Kinds;
  readonly values: readonly Scalar[];
}

export type Scalar = null | boolean | number | string;

export interface Literal {
  readonly is: "literal";
  readonly value: Scalar;
}

/** A string with a known beginning or end. */
export interface Template {
  readonly is: "template";
  readonly start: string;
  readonly end: string;
}

/** Any string but those an open enum names: `string & {}`. */
export interface OtherString {
  readonly is: "other string";
  readonly not: ReadonlySet<Scalar>;
}

export interface ArrayType {
  readonly is: "array";
  readonly head: readonly Type[];
  /** How many items there are at least; beyond `head` counted in `rest`. */
  readonly least: number;
  /** How many there are at most; undefined where nothing says. */
  readonly most: number | undefined;
  readonly rest: Type;
}

export interface ObjectType {
  readonly is: "object";
  readonly members: ReadonlyMap<string, Member>;
  readonly patterns: readonly Pattern[];
  /** Members that are neither declared nor matched; `never` where the object is closed. */
  readonly rest: Type;
  /** What the schema says about undeclared members: nothing (a record), something, or that others decide. */
  readonly openness: "silent" | "stated" | "sealed";
  /** Named types that hold as well. */
  readonly also: readonly Named[];
  /** Of each of these lists one holds as well; their members are already narrowed by the ones above. */
  readonly choices: readonly (readonly ObjectType[])[];
}

export interface Member {
  readonly type: Type;
  readonly required: boolean;
  readonly docs: Docs | undefined;
}

/** Members by name pattern; `key` is undefined where a template literal cannot say the pattern. */
export interface Pattern {
  readonly key: Template | undefined;
  readonly source: string;
  readonly type: Type;
}

/** A declared or imported type. */
export interface Named {
  readonly is: "named";
  readonly name: string;
  /** The kinds its instances can have, at most. */
  readonly kinds: Kinds;
}

/** Types that hold together and that only TypeScript can join; objects carry theirs in `also`. */
export interface Both {
  readonly is: "both";
  readonly of: readonly Atom[];
  readonly kinds: Kinds;
}

export interface Union {
  readonly is: "union";
  readonly of: readonly Atom[];
}

export type Atom = Exclude<Type, Union>;

const everyAny: readonly Any[] = Array.from({ length: allKinds + 1 }, (_, kinds) => ({ is: "any", kinds }));

export function any(kinds: Kinds): Any {
  return everyAny[kinds] ?? { is: "any", kinds };
}

export const unknown: Any = any(allKinds);
export const never: Any = any(0);

export function isNever(type: Type): boolean {
  return type.is === "any" && type.kinds === 0;
}

export function isUnknown(type: Type): boolean {
  return type.is === "any" && type.kinds === allKinds;
}

export function atoms(type: Type): readonly Atom[] {
  return type.is === "union" ? type.of : [type];
}

/** An object type that says nothing but what is given. */
export function object(parts: Partial<Omit<ObjectType, "is">>): ObjectType {
  const nothing = { members: new Map(), patterns: [], rest: unknown, also: [], choices: [] };
  return { is: "object", openness: "silent", ...nothing, ...parts };
}

/** The JSON kinds a type's instances can have, at most. */
export function kindsOf(type: Type): Kinds {
  switch (type.is) {
    case "any":
    case "except":
    case "named":
    case "both":
      return type.kinds;
    case "literal":
      return kindsOfValue(type.value);
    case "template":
    case "other string":
      return kind.string;
    case "array":
      return kind.array;
    case "object":
      return kind.object;
    case "union":
      return type.of.reduce((kinds, atom) => kinds | kindsOf(atom), 0);
  }
}
