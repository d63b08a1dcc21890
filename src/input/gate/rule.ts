import type { JsonObject } from "../../model.ts";
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

/** What all rules see of the whole file. */
export interface Gate {
  readonly index: SchemaIndex;
  /** Every subschema's pointer; a reference may point to these alone. */
  readonly pointers: ReadonlySet<string>;
}

/** Judges one subschema by itself; never walks. */
export type Rule = (place: Place, gate: Gate) => Iterable<Issue>;
