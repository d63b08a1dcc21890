import { isSchema } from "../../schema/children.ts";
import { isObject, own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import type { Located } from "../../schema/resources.ts";
import { bothSayTheSame } from "./keyword-changes.ts";
import { oncePer } from "./once-per.ts";
import { held, type Place, type Spoken, spoken } from "./place.ts";
import type { Pair } from "./walk.ts";

/** A schema that applies where a member is present. */
export interface Dependent {
  readonly said: Spoken;
  readonly located: Located;
  /** To the schema. */
  readonly pointer: string;
}

/** By the member that calls for them: `dependentSchemas`, and the schemas among `dependencies`. */
export const dependentSchemas = oncePer((place: Place): ReadonlyMap<string, readonly Dependent[]> => {
  const found = new Map<string, readonly Dependent[]>();
  for (const keyword of ["dependentSchemas", "dependencies"]) {
    for (const said of spoken(place, keyword)) {
      if (!isObject(said.value)) continue;
      for (const trigger of Object.keys(said.value)) {
        if (!isSchema(own(said.value, trigger))) continue;
        for (const located of held(place, said, keyword, trigger)) {
          const dependent = { said, located, pointer: append(said.pointer, trigger) };
          found.set(trigger, [...(found.get(trigger) ?? []), dependent]);
        }
      }
    }
  }
  return found;
});

export interface ChangedDependent {
  readonly trigger: string;
  readonly old: Dependent;
  readonly next: Dependent;
}

/** Those that both sides have and that no longer say the same. */
export function changedDependents(pair: Pair): readonly ChangedDependent[] {
  const after = dependentSchemas(pair.next);
  return [...dependentSchemas(pair.old)].flatMap(([trigger, before]) =>
    before.flatMap((old, index) => {
      const next = after.get(trigger)?.[index];
      return next === undefined || bothSayTheSame(pair, old.located, next.located)
        ? []
        : [{ trigger, old, next }];
    }),
  );
}
