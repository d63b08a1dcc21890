import type { Dialect, Json, Schema } from "../../model.ts";
import type { FormatTests } from "./holds.ts";

/** An independent validator that has a say before a witness is believed. */
export interface Oracle {
  readonly name: string;
  /** Makes a validator. May throw where it cannot read the schema. */
  compile(schema: Schema, options: OracleOptions): (instance: Json) => boolean;
}

export interface OracleOptions {
  readonly dialect: Dialect;
  /** The tests formats assert by; empty where they only annotate. */
  readonly formats: FormatTests;
}
