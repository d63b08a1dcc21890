import { type Evaluator, evaluator } from "../evaluate/index.ts";
import type { Json, ValidationError } from "../model.ts";
import type { Lineage } from "./load.ts";
import { upgrade } from "./upgrade.ts";

/** What became of one value of a journal. Only `upgraded` is another value than before. */
export type Outcome =
  | { readonly kind: "upgraded"; readonly value: Json; readonly by: string }
  | { readonly kind: "current" }
  /** Known, and not valid where it stands: `drift` is reported, never mended by a guess. */
  | { readonly kind: "drift" | "unsupported"; readonly reason: string };

export type UpgradeLine = (value: Json) => Outcome;

/**
 * Upgrades values of one subject and judges both ends: what goes in by the shape it claims to be, what comes out by
 * the newest version.
 * @param judgeNewest errors of the newest version; none where it accepts
 */
export function upgrader(
  lineage: Lineage | undefined,
  judgeNewest: (value: Json) => readonly ValidationError[],
): UpgradeLine {
  const shapes = new Map<string, Evaluator>();
  for (const { name, schema, dialect } of lineage?.shapes.values() ?? [])
    shapes.set(name, evaluator(schema, { formats: "assert", dialect }));
  return (value) => {
    const result = upgrade(value, lineage?.ladder ?? { version: undefined, rungs: [] });
    if (result.unsupported !== undefined) return { kind: "unsupported", reason: result.unsupported };
    const [first] = result.applied;
    const shape = first?.slice(0, first.indexOf(" -> "));
    const before = shape === undefined ? undefined : shapes.get(shape)?.evaluate(value).errors[0];
    if (before !== undefined) return { kind: "drift", reason: `not of shape "${shape}": ${say(before)}` };
    const [after] = judgeNewest(result.value);
    if (after !== undefined) return { kind: "drift", reason: say(after) };
    return first === undefined
      ? { kind: "current" }
      : { kind: "upgraded", value: result.value, by: result.applied.join(", ") };
  };
}

function say({ pointer, message }: ValidationError): string {
  return pointer === "" ? message : `"${pointer}" ${message}`;
}
