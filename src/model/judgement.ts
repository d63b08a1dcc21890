import type { Json, JsonObject, Place } from "./document.ts";

// What is said of schemas, registries and instances.

export type Semantics = "record" | "set";
/** backward: a new reader reads old data. forward: an old reader reads new data. */
export type Direction = "backward" | "forward";

export type Verdict =
  | { readonly verdict: "compatible" }
  | { readonly verdict: "incompatible"; readonly witness: Witness }
  | { readonly verdict: "undecided"; readonly reason: string; readonly pointer: string };

/** A document one schema accepts and the other rejects, confirmed by running validators. */
export interface Witness {
  readonly instance: Json;
  /** What rejects it: errors of the rejecting schema. */
  readonly errors: readonly ValidationError[];
  /** Present where a reference validator disagrees with ours, with the known reason. */
  readonly dissent?: string;
}

export type Effect = "narrows" | "widens" | "shifts" | "none";

/** A fact about two schemas. It judges nothing. */
export interface Change {
  /** UPPER_SNAKE id, the same in file name, fixture, docs and finding. */
  readonly rule: string;
  readonly effect: Effect;
  /** What happened, with names in double quotes, in one clause. */
  readonly message: string;
  /** Where in the old and the new schema; undefined where one side has no such place. */
  readonly oldPointer: string | undefined;
  readonly newPointer: string | undefined;
  /** The member it is about, where it is about one. */
  readonly member?: string;
}

export type Severity = "error" | "warning" | "info";

/** A judgement on a registry or a change: place, why, fix. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Subject or namespace address, or null where the finding is on the registry itself. */
  readonly subject: string | null;
  /** Version addresses, or null where the finding is not about a pair. */
  readonly from: string | null;
  readonly to: string | null;
  readonly direction: Direction | null;
  readonly oldPointer: string | null;
  readonly newPointer: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** The place in the old schema, where the finding has one there too. */
  readonly oldPlace?: Place;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  readonly witness: {
    readonly instance: Json;
    readonly acceptedBy: string;
    readonly rejectedBy: string;
    readonly errors: readonly ValidationError[];
  } | null;
  /** First 12 hex of SHA-256 over rule, subject, pointer and the shape-canonical fragments; never prose or lines. */
  readonly fingerprint: string;
}

/** One error of one instance. Every validator of ours, generated or not, answers in this form. */
export interface ValidationError {
  /** JSON Pointer into the instance. */
  readonly pointer: string;
  readonly keyword: string;
  /** Plain words, no trailing full stop. */
  readonly message: string;
  readonly params: JsonObject;
}
