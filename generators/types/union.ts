import { kind } from "./kinds.ts";
import { key } from "./same.ts";
import { type Atom, any, atoms, kindsOf, type OtherString, type Type } from "./type.ts";

/** What is one of the given types, without parts that another one covers. The order is kept, as it is shown. */
export function union(types: readonly Type[]): Type {
  const all: Atom[] = [];
  let kinds = 0;
  for (const type of types) {
    for (const atom of atoms(type)) {
      if (atom.is === "any") kinds |= atom.kinds;
      else all.push(atom);
    }
  }
  if (all.length === 0) return any(kinds);
  if (hasLiteral(all, true) && hasLiteral(all, false)) kinds |= kind.boolean;
  const left = all.filter((atom) => (kindsOf(atom) & ~kinds) !== 0);
  const rest = kinds === 0 ? [] : [any(kinds)];
  return collect([...(left.length === 1 ? left : distinct(left)), ...rest]);
}

function distinct(all: readonly Atom[]): readonly Atom[] {
  const kept = new Map<string, Atom>();
  for (const atom of all) {
    const text = atom.is === "other string" ? atom.is : key(atom);
    const known = kept.get(text);
    if (known === undefined) kept.set(text, atom);
    else if (known.is === "other string" && atom.is === "other string")
      kept.set(text, eitherOther(known, atom));
  }
  return [...kept.values()];
}

/** A string is other than the one or the other unless both name it. */
function eitherOther(a: OtherString, b: OtherString): OtherString {
  return { is: "other string", not: new Set([...a.not].filter((value) => b.not.has(value))) };
}

/**
 * A union whose open enums stay readable: where a plain string stands beside known ones, it becomes the
 * `string & {}` that lets editors still offer them.
 */
export function openUnion(types: readonly Type[]): Type {
  const all = types.flatMap(atoms);
  const knows = all.some((atom) => atom.is !== "any" && kindsOf(atom) === kind.string);
  if (!knows) return union(types);
  const not = new Set(all.flatMap((atom) => (atom.is === "literal" ? [atom.value] : [])));
  const opened = all.flatMap((atom): readonly Atom[] => {
    if (atom.is !== "any" || (atom.kinds & kind.string) === 0) return [atom];
    return [{ is: "other string", not }, any(atom.kinds & ~kind.string)];
  });
  return union(opened);
}

function hasLiteral(all: readonly Atom[], value: boolean): boolean {
  return all.some((atom) => atom.is === "literal" && atom.value === value);
}

function collect(all: readonly Atom[]): Type {
  const [first] = all;
  if (first === undefined) return any(0);
  return all.length === 1 ? first : { is: "union", of: all };
}
