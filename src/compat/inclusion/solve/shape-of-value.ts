import type { Json } from "../../../model.ts";
import { isArray, isObject } from "../../../schema/json.ts";
import type { Arena } from "../arena.ts";
import type { Literal } from "../formula.ts";
import { types } from "../types.ts";

/** An array or object spelled as conditions on its parts, so that "not this value" can be split. */
export function shapeOfValue(value: Json, arena: Arena): Literal {
  if (isArray(value)) {
    return arena.and([
      arena.type(types.array),
      arena.make({ kind: "minItems", count: value.length }),
      arena.make({ kind: "maxItems", count: value.length }),
      ...value.map((item, index) => arena.make({ kind: "item", index, of: arena.enumeration([item]) })),
    ]);
  }
  if (!isObject(value)) return arena.enumeration([value]);
  const names = Object.keys(value);
  return arena.and([
    arena.type(types.object),
    arena.make({ kind: "members", region: { kind: "rest", names: new Set(names), patterns: [] }, of: -1 }),
    ...names.flatMap((name) => [
      arena.make({ kind: "has", name }),
      arena.make({
        kind: "members",
        region: { kind: "name", name },
        of: arena.enumeration([value[name] ?? null]),
      }),
    ]),
  ]);
}
