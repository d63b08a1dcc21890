import { type Leaf, leafOf } from "./leaf.ts";
import { atoms, type Type } from "./type.ts";

/** Every leaf of a type, as the printer will meet them. */
export function* leavesOf(type: Type): Generator<Leaf> {
  const leaf = leafOf(type);
  if (leaf !== undefined) {
    yield leaf;
    return;
  }
  for (const atom of atoms(type)) {
    if (atom.is === "array") for (const item of [...atom.head, atom.rest]) yield* leavesOf(item);
    else if (atom.is === "both") for (const part of atom.of) yield* leavesOf(part);
    else if (atom.is === "object") {
      for (const member of atom.members.values()) yield* leavesOf(member.type);
      for (const pattern of atom.patterns) yield* leavesOf(pattern.type);
      yield* leavesOf(atom.rest);
      for (const part of atom.choices.flat()) yield* leavesOf(part);
    }
  }
}
