import { type Kinds, kind } from "./kinds.ts";
import { type Atom, any, kindsOf, never, object, type Type } from "./type.ts";
import { union } from "./union.ts";

/** The part of a type that is of the given kinds. */
export function restrict(type: Type, kinds: Kinds): Type {
  if (type.is === "union") return union(type.of.map((atom) => restrictAtom(atom, kinds)));
  return restrictAtom(type, kinds);
}

function restrictAtom(atom: Atom, kinds: Kinds): Type {
  const left = kindsOf(atom) & kinds;
  if (left === 0) return never;
  if (atom.is === "any") return any(left);
  if (left === kindsOf(atom)) return atom;
  switch (atom.is) {
    case "except":
      return { ...atom, kinds: left };
    case "named":
      return left === kind.object
        ? object({ also: [atom] })
        : { is: "both", of: [atom, any(left)], kinds: left };
    case "both":
      return { is: "both", of: [...atom.of.filter((part) => part.is !== "any"), any(left)], kinds: left };
    default:
      return atom;
  }
}
