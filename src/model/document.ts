// JSON, schemas, and texts with their places.

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}
export type Schema = boolean | JsonObject;

/** The drafts waybill reads; 2020-12 is native, draft-07 first class. */
export type Dialect = "draft-04" | "draft-06" | "draft-07" | "2019-09" | "2020-12";

/** A place a person can open in an editor. Line and column are one-based; columns count UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A JSON or YAML text that passed the gate. */
export interface SourceDocument {
  /** Path as shown to people, relative to the working directory, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly value: Json;
  /** Line and column of the value at a JSON Pointer (of its nearest existing ancestor where it is absent). */
  place(pointer: string): Place;
}
