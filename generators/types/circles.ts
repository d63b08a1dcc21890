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

/**
 * The names a type holds in place. Inside an optional or rest place of a tuple TypeScript resolves nested lists at once, and
 * with them the aliases they hold (`eager`); a name that is the place itself it can put off.
 */
function namesInPlace(type: Type): readonly string[] {
  const names = new Set<string>();
  const seen = new Map<Type, boolean>();

  function visit(part: Type, eager: boolean): void {
    const before = seen.get(part);
    if (before === true || before === eager) return;
    seen.set(part, eager);
    for (const atom of atoms(part)) {
      if (atom.is === "named") names.add(atom.name);
      else if (atom.is === "both") for (const one of atom.of) visit(one, eager);
      else if (atom.is === "object") visitObject(atom, eager);
      else if (atom.is === "array") visitArray(atom, eager);
    }
  }

  function visitObject(object: ObjectType, eager: boolean): void {
    for (const named of object.also) names.add(named.name);
    for (const part of object.choices.flat()) visit(part, eager);
  }

  function visitArray(array: ArrayType, eager: boolean): void {
    const inTuple = isTuple(array);
    for (const item of [...array.head, array.rest]) {
      if (eager) visit(item, true);
      else
        for (const nested of lists(item))
          if (inTuple) visit(nested, true);
          else visit(nested, false);
    }
  }

  visit(type, false);
  return [...names];
}

function isTuple(array: ArrayType): boolean {
  return array.head.length > 0 || array.least > 0 || array.most !== undefined;
}

function lists(type: Type): readonly Type[] {
  return atoms(type).flatMap((atom) => {
    if (atom.is === "both") return atom.of.flatMap(lists);
    return atom.is === "array" ? [atom] : [];
  });
}
