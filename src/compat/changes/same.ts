import { keyOf } from "../../evaluate/index.ts";
import type { JsonObject } from "../../model.ts";
import { isObject, own } from "../../schema/json.ts";
import { keywordOf } from "../../schema/keywords.ts";
import { children } from "../../schema/children.ts";
import type { Located, SchemaIndex } from "../../schema/resources.ts";

export interface Side {
  readonly index: SchemaIndex;
  readonly located: Located;
}

/**
 * Whether two schemas say the same, references compared by what they point to and annotations left out. Recursion is
 * fine: a pair met again is taken to agree. Schemas that differ only in spelling may be called different.
 */
export function saysTheSame(a: Side, b: Side, seen: Set<string> = new Set()): boolean {
  const key = `${a.located.document}#${a.located.pointer} ${b.located.document}#${b.located.pointer}`;
  if (seen.has(key)) return true;
  seen.add(key);
  const { schema: left, dialect } = a.located;
  const { schema: right } = b.located;
  if (!isObject(left) || !isObject(right)) return left === right;
  if (dialect !== b.located.dialect) return false;
  const below = (side: Side, pointer: string) => {
    const located = side.index.at(side.located, pointer);
    return located && { index: side.index, located };
  };
  const leftKeys = sayingKeys(left, a.located);
  if (leftKeys.join("\n") !== sayingKeys(right, b.located).join("\n")) return false;
  for (const name of leftKeys) {
    // Where a dynamic reference leads depends on the way here.
    if (name === "$dynamicRef" || name === "$recursiveRef") return false;
    if (name === "$ref") {
      const [one, other] = [target(a, left), target(b, right)];
      if (one === undefined || other === undefined || !saysTheSame(one, other, seen)) return false;
    } else if (
      keywordOf(name, dialect)?.holds === "none" &&
      keyOf(left[name] ?? null) !== keyOf(right[name] ?? null)
    ) {
      return false;
    }
  }
  const [ours, theirs] = [childPointers(left, a.located), childPointers(right, b.located)];
  if (
    keyOf(ours) !== keyOf(theirs) ||
    keyOf(otherParts(left, a.located)) !== keyOf(otherParts(right, b.located))
  )
    return false;
  return ours.every((pointer) => {
    const [one, other] = [below(a, pointer), below(b, pointer)];
    return one !== undefined && other !== undefined && saysTheSame(one, other, seen);
  });
}

function target(side: Side, schema: JsonObject): Side | undefined {
  const ref = own(schema, "$ref");
  const located = typeof ref === "string" ? side.index.resolve(ref, side.located) : undefined;
  return located && { index: side.index, located };
}

/** Keywords that decide: no annotation, no identifier, no reserve. */
function sayingKeys(schema: JsonObject, { dialect }: Located): readonly string[] {
  return Object.keys(schema)
    .filter((name) => {
      const role = keywordOf(name, dialect)?.role;
      return role === "assertion" || role === "applicator";
    })
    .sort();
}

function childPointers(schema: JsonObject, { dialect }: Located): readonly string[] {
  return [...children(schema, dialect)]
    .filter(({ keyword }) => keyword.role === "applicator")
    .map(({ pointer }) => pointer)
    .sort();
}

/** The arrays of names in `dependencies`, which hold no schema. */
function otherParts(schema: JsonObject, { dialect }: Located): readonly string[] {
  const value = keywordOf("dependencies", dialect) && own(schema, "dependencies");
  return isObject(value)
    ? Object.entries(value)
        .flatMap(([name, entry]) => (Array.isArray(entry) ? [keyOf([name, entry])] : []))
        .sort()
    : [];
}
