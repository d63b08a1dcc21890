import { canonicalize } from "../canonical/index.ts";
import type { Schema, Semantics } from "../model.ts";
import { isObject } from "../schema/json.ts";
import { type Difference, difference } from "./difference.ts";
import { type RemovedSubject, removedSubject } from "./removed-subject.ts";
import type { Whole } from "./wholes.ts";

/** Two registries compared, subject by subject. */
export interface RegistryDifference {
  readonly changed: readonly Difference[];
  readonly added: readonly string[];
  readonly removed: readonly RemovedSubject[];
  readonly unchanged: number;
}

/** @param before what stands in front of the old side's addresses: `main:`. */
export function registryDifference(
  { sides: old, registry }: Whole,
  { sides: next }: Whole,
  before: string,
  after: string,
  semantics: Semantics,
): RegistryDifference {
  const both = [...next].flatMap(([address, side]) => {
    const was = old.get(address);
    return was === undefined ? [] : [[was, side] as const];
  });
  const changed = both.filter(([was, side]) => spelled(was.schema) !== spelled(side.schema));
  return {
    changed: changed.map(([was, side]) =>
      difference(
        { ...was, address: before + was.address },
        { ...side, address: after + side.address },
        semantics,
      ),
    ),
    added: [...next.keys()].filter((address) => !old.has(address)),
    removed: [...old.keys()]
      .filter((address) => !next.has(address))
      .map((address) => removedSubject(address, old, registry)),
    unchanged: both.length - changed.length,
  };
}

/** Without its own name, which counts versions. */
function spelled(schema: Schema): string {
  return canonicalize(isObject(schema) ? { ...schema, $id: null } : schema);
}
