/** The nouns at the seams between rooms. Types only; imports nothing. */

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

// ── Registry ───────────────────────────────────────────────────────────────────────────────

export type PolicyName =
  | "additive"
  | "backward"
  | "forward"
  | "full"
  | "backward_transitive"
  | "forward_transitive"
  | "full_transitive"
  | "none";

/** `vocabulary` subjects emit documentation and mapping only, no types or validators. */
export type Stage = "stable" | "vocabulary";

export interface Registry {
  /** The registry folder as shown to people. */
  readonly root: string;
  readonly namespaces: ReadonlyMap<string, Namespace>;
  /** By address without version (`cogo.v1/JobStarted`), in code-point order. */
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly lock: Lock;
  /** Breaks that people took on, by fingerprint. */
  readonly accepted: ReadonlyMap<string, AcceptedBreak>;
}

/** `registry/accepted/<subject>/<fingerprint>.yaml` */
export interface AcceptedBreak {
  readonly fingerprint: string;
  readonly rule: string;
  readonly subject: string;
  /** The version it breaks with, and that version's hash. */
  readonly from: string;
  readonly fromHash: string;
  /** The shape of the schema that breaks: an accept is for one pair of schemas. */
  readonly toShape: string;
  readonly reason: string;
  readonly owner: string;
  /** Last day, `2026-12-31`, on which a version that uses it may be published. */
  readonly expires: string;
  readonly document: SourceDocument;
}

export interface Namespace {
  /** `cogo.v1` */
  readonly name: string;
  readonly document: SourceDocument;
  readonly title: string;
  readonly description: string;
  readonly owners: readonly string[];
  readonly policy: PolicyName;
  readonly successorOf: string | undefined;
  /** Member names that were retired and may not come back, with the reason. */
  readonly tombstones: readonly Tombstone[];
  /** The parts other rooms read for themselves: streams, storage, channel, documents, and so on. */
  readonly settings: JsonObject;
}

export interface Tombstone {
  readonly name: string;
  readonly reason: string;
}

export interface Subject {
  /** `cogo.v1/JobStarted` */
  readonly address: string;
  readonly namespace: string;
  readonly name: string;
  readonly policy: PolicyName;
  readonly stage: Stage;
  /** Wire spellings (`1`, `"1.0"`) to version numbers. */
  readonly wireVersions: ReadonlyMap<string, number>;
  readonly draft: Draft | undefined;
  /** Frozen versions, ascending, without gaps. */
  readonly versions: readonly Version[];
  readonly validExamples: readonly Example[];
  readonly invalidExamples: readonly InvalidExample[];
}

export interface Draft {
  readonly document: SourceDocument;
  readonly schema: Schema;
  readonly dialect: Dialect;
}

export interface Version {
  /** `cogo.v1/JobStarted@2` */
  readonly address: string;
  readonly subject: string;
  readonly number: number;
  readonly document: SourceDocument;
  /** Self-contained: pinned dependencies are bundled in `$defs` under their address. */
  readonly schema: Schema;
  readonly dialect: Dialect;
  /** `sha256:<64 hex>` */
  readonly hash: string;
  /** `shape1:<64 hex>` */
  readonly shape: string;
  readonly withdrawn: boolean;
  readonly barrier: boolean;
}

export interface Example {
  readonly document: SourceDocument;
  readonly instance: Json;
}

export interface InvalidExample extends Example {
  /** The keyword that must reject the instance, and the pointer into the instance where it does. */
  readonly keyword: string;
  readonly pointer: string;
  readonly why: string;
}

export interface Lock {
  readonly file: string;
  readonly versions: ReadonlyMap<string, LockedVersion>;
  readonly examples: ReadonlyMap<string, LockedExample>;
}

export interface LockedVersion {
  readonly address: string;
  readonly hash: string;
  readonly shape: string;
  readonly flags: readonly ("withdrawn" | "barrier")[];
  readonly line: number;
}

export interface LockedExample {
  /** Path inside the registry. */
  readonly path: string;
  readonly hash: string;
  /** Address of the first version that accepted it. */
  readonly acceptedBy: string;
  readonly line: number;
}

// ── Envelope bindings ──────────────────────────────────────────────────────────────────────

/** `x-kinds`: which payload subject each kind of an envelope carries. */
export interface KindBinding {
  /** Pointer into the envelope instance to the value that names the kind, e.g. `/type`. */
  readonly discriminator: string;
  /** Pointer to the payload, e.g. `/payload`; `""` when the envelope itself is the payload. */
  readonly payload: string;
  /** Kind to subject address. */
  readonly map: Readonly<Record<string, string>>;
  /** Pointer to the block `{namespace, name, hash}` that names the payload's schema; it must agree with the kind. */
  readonly schema?: string;
}

// ── Verdicts and findings ──────────────────────────────────────────────────────────────────

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

// ── Generating ─────────────────────────────────────────────────────────────────────────────

export interface GeneratedFile {
  /** Path inside the generator's folder, with `/`, e.g. `cogo.v1/JobStarted/v1.ts`. */
  readonly path: string;
  readonly text: string;
}
