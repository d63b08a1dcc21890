import { judge, rollOut, type RollOut } from "../compat/judge.ts";
import type { Change, Finding, Schema, Semantics, Verdict } from "../model.ts";
import { declaredDialect } from "../schema/dialect.ts";

export interface DiffOptions {
  /** `record`, the default: what writers of a schema write. `set`: all it accepts. */
  readonly semantics?: Semantics;
}

/** How two schemas stand to each other. */
export interface Difference {
  /** Old data, new reader. */
  readonly backward: Verdict;
  /** New data, old reader. */
  readonly forward: Verdict;
  /** What may be rolled out first; undefined where a verdict is undecided. */
  readonly rollOut: RollOut | undefined;
  /** Every structural change, harmless ones too. */
  readonly changes: readonly Change[];
  /** Each independent break with witness, why and fix; harmless changes as infos. */
  readonly findings: readonly Finding[];
}

/**
 * Every change between two schemas, judged in both directions. Pure: no file, no clock, no network.
 * A schema's dialect is what its `$schema` says, 2020-12 where it says nothing.
 */
export function diff(old: Schema, next: Schema, options: DiffOptions = {}): Difference {
  const side = (schema: Schema, address: string) => ({
    address,
    schema,
    dialect: declaredDialect(schema) ?? ("2020-12" as const),
    withdrawn: false,
    barrier: false,
  });
  const { findings, pairs } = judge({
    subject: "schema",
    policy: "full",
    history: [side(old, "old")],
    next: side(next, "new"),
    semantics: options.semantics,
  });
  const [pair] = pairs;
  const unasked: Verdict = { verdict: "undecided", reason: "not judged", pointer: "" };
  const [backward, forward] = [pair?.backward ?? unasked, pair?.forward ?? unasked];
  return {
    backward,
    forward,
    rollOut: rollOut({ backward, forward }),
    changes: pair?.changes ?? [],
    findings,
  };
}
