import type { Declaration } from "./document.ts";
import { type ArrayType, atoms, type ObjectType, type Type } from "./type.ts";

/**
 * The declarations each one may not name in place: TypeScript refuses an alias that reaches itself without passing
 * through a member or an item. What such a reference adds is nothing, since the schema's own meaning is circular there.
 */
export function circles(declarations: readonly Declaration[]): ReadonlyMap<string, ReadonlySet<string>> {
  const inPlace = new Map(declarations.map(({ id, type }) => [id, new Set(namesInPlace(type))]));
  const banned = new Map<string, Set<string>>();
  for (const [id, names] of inPlace) {
    const circular = [...names].filter((name) => reaches(name, id, inPlace));
    if (circular.length > 0) banned.set(id, new Set(circular));
  }
  return banned;
}

function reaches(from: string, to: string, edges: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(edges.get(next) ?? []));
  }
  return false;
}

function namesInPlace(type: Type): readonly string[] {
  return atoms(type).flatMap((atom) => {
    if (atom.is === "named") return [atom.name];
    if (atom.is === "both") return atom.of.flatMap(namesInPlace);
    if (atom.is === "array" && isTuple(atom)) return [...atom.head, atom.rest].flatMap(namesInArrays);
    if (atom.is === "array")
      return atoms(atom.rest)
        .filter(({ is }) => is === "array")
        .flatMap(namesInPlace);
    return atom.is === "object" ? namesBeside(atom) : [];
  });
}

function namesBeside(type: ObjectType): readonly string[] {
  return [...type.also.map((named) => named.name), ...type.choices.flat().flatMap(namesBeside)];
}

function isTuple(array: ArrayType): boolean {
  return array.head.length > 0 || array.least > 0 || array.most !== undefined;
}

/**
 * Inside an optional or rest place of a tuple TypeScript resolves nested arrays at once, and with them the aliases they
 * hold; a name that is the place itself it can put off.
 */
function namesInArrays(type: Type): readonly string[] {
  return atoms(type).flatMap((atom) => {
    if (atom.is === "both") return atom.of.flatMap(namesInArrays);
    if (atom.is !== "array") return [];
    const items = [...atom.head, atom.rest];
    return [...items.flatMap(namesInPlace), ...items.flatMap(namesInArrays)];
  });
}
