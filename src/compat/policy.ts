import type { Direction, PolicyName } from "../model.ts";

/** What a policy forbids, and how far back it looks. */
export interface Policy {
  readonly directions: readonly Direction[];
  /** `latest`: the newest version that was not withdrawn. `all`: every such version back to the last barrier. */
  readonly looksBack: "latest" | "all";
  /** Facts it forbids whatever the documents say, by rule id. */
  readonly forbids: readonly string[];
  /** Members that were retired may not come back. */
  readonly tombstones: boolean;
}

const backward: readonly Direction[] = ["backward"];
const forward: readonly Direction[] = ["forward"];
const both: readonly Direction[] = ["backward", "forward"];

/** Losses that no validator notices. */
const losses = [
  "PROPERTY_RENAMED",
  "PROPERTY_REMOVED",
  "PROPERTY_REMOVED_FROM_CLOSED",
  "ENUM_VALUE_REMOVED_FROM_OPEN",
  "KIND_REMOVED",
  "KIND_REBOUND",
  "REDACTION_WEAKENED",
];

const row = (directions: readonly Direction[], looksBack: Policy["looksBack"]): Policy => ({
  directions,
  looksBack,
  forbids: [],
  tombstones: false,
});

export const policies: Readonly<Record<PolicyName, Policy>> = {
  additive: { directions: both, looksBack: "all", forbids: losses, tombstones: true },
  backward: row(backward, "latest"),
  forward: row(forward, "latest"),
  full: row(both, "latest"),
  backward_transitive: row(backward, "all"),
  forward_transitive: row(forward, "all"),
  full_transitive: row(both, "all"),
  none: row([], "latest"),
};

/**
 * The versions a policy compares the next one with, newest first. Withdrawn versions are passed over; a barrier is the
 * oldest version looked at, since publishing it accepted a break with everything before.
 */
export function lookedBackAt<V extends { readonly withdrawn: boolean; readonly barrier: boolean }>(
  history: readonly V[],
  { looksBack }: Policy,
): readonly V[] {
  const reached: V[] = [];
  for (const version of [...history].reverse()) {
    if (!version.withdrawn) reached.push(version);
    // A barrier that was withdrawn with all that came after it was taken back: what it broke stands again.
    if (reached.length > 0 && (version.barrier || looksBack === "latest")) break;
  }
  return reached;
}
