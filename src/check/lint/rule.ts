import type { Dialect, JsonObject, Severity } from "../../model.ts";
import type { Candidate } from "../../registry/candidates.ts";
import type { Keyword } from "../../schema/keywords.ts";
import type { CheckContext } from "../context.ts";

/** One subschema of a draft, with what a rule may want to know of its surroundings. */
export interface LintPlace {
  readonly schema: JsonObject;
  readonly pointer: string;
  readonly dialect: Dialect;
  /** The keyword of the parent that holds this schema; undefined at the root. */
  readonly heldBy: Keyword | undefined;
  /** Its member name there, e.g. the property's name. */
  readonly key: string | number | undefined;
  readonly parent: JsonObject | undefined;
  /** Below `if`, `then`, `else` or `not`: it tests or restates what is declared elsewhere. */
  readonly conditional: boolean;
  readonly candidate: Candidate;
  readonly context: CheckContext;
}

/** What a rule says of a place: the message and, where it is not the place itself, a pointer. */
export interface LintReport {
  readonly message: string;
  readonly pointer?: string;
}

/** A lint rule judges one subschema at a time; it never walks. */
export interface LintRule {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly fix: string;
  check(place: LintPlace): readonly LintReport[];
}
