import type { Dialect, Json, JsonObject, Schema, SourceDocument } from "./document.ts";

// What lies in a registry.

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
