import type { Change, Finding, PolicyName, Semantics, Tombstone, Verdict } from "../model.ts";
import type { Compared } from "./compare.ts";
import type { Decide, DecideOptions } from "./decide.ts";

/** A published version, or what stands for one. */
export interface JudgedVersion extends Compared {
  /** `cogo.v1/JobStarted@2` */
  readonly address: string;
  readonly withdrawn: boolean;
  readonly barrier: boolean;
}

export interface JudgeInput {
  /** `cogo.v1/JobStarted` */
  readonly subject: string;
  readonly policy: PolicyName;
  /** Published versions, oldest first. */
  readonly history: readonly JudgedVersion[];
  readonly next: Compared & { readonly address: string };
  readonly tombstones?: readonly Tombstone[] | undefined;
  /** Record semantics where absent. */
  readonly semantics?: Semantics | undefined;
  readonly formats?: DecideOptions["formats"];
  /** The engine; ours where absent. */
  readonly decide?: Decide | undefined;
}

/** What may be rolled out first without breaking anybody. */
export type RollOut = "any" | "readers-first" | "writers-first" | "none";

export interface JudgedPair {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly Change[];
  /** Undefined where the policy does not ask. */
  readonly backward: Verdict | undefined;
  readonly forward: Verdict | undefined;
}

export interface Judgement {
  /** Errors first by version looked back at, newest first; harmless changes to the newest version are infos. */
  readonly findings: readonly Finding[];
  readonly pairs: readonly JudgedPair[];
}
