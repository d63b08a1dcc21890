import type { Json } from "../model.ts";
import { isArray, isObject } from "../schema/json.ts";
import { append } from "../schema/pointer.ts";
import type { Notes } from "./notes.ts";

/** What the accepting schemas declare at one object of an instance (architecture: content models). */
export interface DeclaredPlace {
  /** JSON Pointer to the object in the instance. */
  readonly pointer: string;
  /** `map` where nothing declares members, so that a writer may put anything there. */
  readonly model: "record" | "map";
  /** Present members that some accepting schema declares, in the instance's order. */
  readonly declared: readonly string[];
  /** Present members that none declares: no writer of the schema may put them there. */
  readonly undeclared: readonly string[];
}

/** Reads the notes of an accepted instance, place by place, the root first. */
export function* places(value: Json, notes: Notes | undefined, pointer = ""): Generator<DeclaredPlace> {
  if (isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* places(item, below(notes, index), append(pointer, index));
    }
  } else if (isObject(value)) {
    const record = notes !== undefined && !notes.fixed && notes.declares;
    const declares = (name: string) => !record || notes.names.has(name) || notes.named.has(name);
    const names = Object.keys(value);
    yield {
      pointer,
      model: record ? "record" : "map",
      declared: names.filter(declares),
      undeclared: names.filter((name) => !declares(name)),
    };
    for (const name of names) yield* places(value[name] ?? null, below(notes, name), append(pointer, name));
  }
}

function below(notes: Notes | undefined, token: string | number): Notes | undefined {
  // Below a value written out in the schema everything is declared, as where nobody declares anything.
  return notes?.fixed ? undefined : notes?.places?.get(token);
}
