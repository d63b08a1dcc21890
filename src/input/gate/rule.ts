import type { JsonObject } from "../../model.ts";
import { isObject } from "../../schema/json.ts";
import type { Located, SchemaIndex } from "../../schema/resources.ts";

/** Something a schema may not hold in a registry. */
export interface Issue {
  /** UPPER_SNAKE, one per kind of problem. */
  readonly code: string;
  /** What is wrong, names in double quotes, in one clause. */
  readonly message: string;
  /** JSON Pointer into the schema's file. */
  readonly pointer: string;
  /** How to mend it, in one clause. */
  readonly hint: string;
}

/** A subschema that is an object, where the keyword table says a schema stands. */
export interface Place extends Located {
  readonly schema: JsonObject;
}

export function isPlace(located: Located): located is Place {
  return isObject(located.schema);
}

/** What all rules see of the whole file. */
export interface Gate {
  readonly index: SchemaIndex;
  /** Every subschema by its pointer, in the order of the file; a reference may point to these alone. */
  readonly places: ReadonlyMap<string, Located>;
}

/** Judges one subschema by itself; never walks. Most have nothing to say of most, so nothing is made before there is an issue. */
export type Rule = (place: Place, gate: Gate, report: Report) => void;

export type Report = (issue: Issue) => void;
