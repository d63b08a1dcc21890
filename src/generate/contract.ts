import type { Ladder } from "../migrate/upgrade.ts";
import type { Dialect, GeneratedFile, Json, JsonObject, KindBinding, Schema, Stage } from "../model.ts";

/**
 * A generator turns frozen versions into files. It is pure: no fs, no clock, no network, no other generator.
 * `files` sees one version and its direct dependencies, so its output can be kept while that version's hash
 * and the generator's `version` stand; `index` sees all of them and writes what joins them.
 */
export interface Generator {
  /** Also the folder under `generated/`. */
  readonly name: string;
  /** Changes whenever the output for the same input would change. */
  readonly version: string;
  files(unit: Unit, options: JsonObject): readonly GeneratedFile[] | Promise<readonly GeneratedFile[]>;
  index?(units: readonly Unit[], options: JsonObject): readonly GeneratedFile[];
}

/** One frozen version as a generator sees it. */
export interface Unit {
  /** `cogo.v1/JobStarted@2` */
  readonly address: string;
  /** `cogo.v1/JobStarted` */
  readonly subject: string;
  readonly namespace: string;
  readonly name: string;
  readonly number: number;
  readonly latest: boolean;
  readonly withdrawn: boolean;
  /** Published over an accepted break: what came before it is not promised to its readers. */
  readonly barrier?: boolean;
  readonly stage: Stage;
  readonly dialect: Dialect;
  /** The frozen schema, self-contained; pinned dependencies in `$defs` (`definitions` before 2019-09) under their address. */
  readonly schema: Schema;
  /** The schema whose titles, descriptions and examples to show: the draft while its shape is this version's. */
  readonly prose: Schema;
  readonly hash: string;
  readonly shape: string;
  /**
   * Versions this one pins, direct or not: what a `$ref` to `urn:waybill:<ns>:<Subject>:<n>` means.
   * Generators import these, they never print them again.
   */
  readonly dependencies: ReadonlyMap<string, Dependency>;
  readonly binding: KindBinding | undefined;
  /** Instances the version accepts, in file order. */
  readonly examples: readonly Json[];
  /** Instances it rejects, with keyword and pointer. */
  readonly invalidExamples: readonly {
    readonly instance: Json;
    readonly keyword: string;
    readonly pointer: string;
    readonly why: string;
  }[];
  /** Fields of the namespace documents may show: title, owners, policy, streams, storage and so on. */
  readonly namespaceTitle: string;
  readonly policy: string;
  readonly settings: JsonObject;
  /** How data of legacy shapes and earlier versions are brought up to date, where that is declared. */
  readonly ladder?: Ladder;
  /** All frozen versions of the subject, ascending, for the evolution section. */
  readonly history: readonly {
    readonly address: string;
    readonly number: number;
    readonly hash: string;
    readonly withdrawn: boolean;
  }[];
}

/** A pinned version, by the `$id` a reference names. */
export interface Dependency {
  /** `urn:waybill:cogo.v1:Actor:1` */
  readonly id: string;
  readonly address: string;
  readonly namespace: string;
  readonly name: string;
  readonly number: number;
  readonly hash: string;
  /** A vocabulary has no code: what pins one finds no file of it to import. */
  readonly stage: Stage;
}
