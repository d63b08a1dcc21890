import { type Leaf, leafOf } from "./leaf.ts";
import { atoms, type ObjectType, type Type } from "./type.ts";

/** Every leaf of a type, as the printer will meet them. */
export function leavesOf(type: Type): readonly Leaf[] {
  const found = new Map<Type, Leaf | undefined>();
  collect(type, found);
  return [...found.values()].filter((leaf) => leaf !== undefined);
}

/** Each type once: one can stand in many places. */
function collect(type: Type, found: Map<Type, Leaf | undefined>): void {
  if (found.has(type)) return;
  const leaf = leafOf(type);
  found.set(type, leaf);
  if (leaf !== undefined) return;
  for (const atom of atoms(type)) {
    if (atom.is === "object") collectObject(atom, found);
    else if (atom.is === "both") for (const part of atom.of) collect(part, found);
    else if (atom.is === "array") {
      for (const item of atom.head) collect(item, found);
      collect(atom.rest, found);
    }
  }
}

function collectObject(type: ObjectType, found: Map<Type, Leaf | undefined>): void {
  for (const member of type.members.values()) collect(member.type, found);
  for (const pattern of type.patterns) collect(pattern.type, found);
  collect(type.rest, found);
  for (const part of type.choices.flat()) collect(part, found);
}
