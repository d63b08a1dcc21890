import type { Decide } from "../compat/decide.ts";
import type { Config } from "../config/load.ts";
import type { WaybillError } from "../errors.ts";
import type { Memory } from "../memory/index.ts";
import type { Finding, Registry } from "../model.ts";
import type { Candidates } from "../registry/candidates.ts";
import type { Accepts } from "./accept.ts";

/** What every check sees. Built once per run. */
export interface CheckContext {
  readonly config: Config;
  readonly registry: Registry;
  /** Malformed files met while loading. */
  readonly problems: readonly WaybillError[];
  readonly candidates: Candidates;
  /** The registry compared with, where `--against` names one; rules that loosen are taken from it. */
  readonly base?: Registry | undefined;
  /** Settings of this side that ask for less than the base's, which are in `config` instead. */
  readonly loosened?: readonly string[] | undefined;
  /** Breaks that were taken on where that counts; none where absent. */
  readonly accepts?: Accepts | undefined;
  /** The engine that judges compatibility; ours, without memory, where absent. */
  readonly decide?: Decide | undefined;
  /** What was found out before; nothing where absent. */
  readonly memory?: Memory | undefined;
  /** Whether a subject is among those asked for. */
  wanted(address: string): boolean;
}

/** One check: a name for `--only`, a line for `--help`, and what it finds. */
export interface Check {
  readonly name: string;
  readonly summary: string;
  run(context: CheckContext): readonly Finding[] | Promise<readonly Finding[]>;
}
