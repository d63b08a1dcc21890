import { type Candidate, candidates } from "../registry/candidates.ts";
import type { CheckContext } from "./context.ts";

/** A subject as it would be if it were published again on top of changed drafts it refers to. */
export interface Rebuilt {
  readonly candidate: Candidate;
  /** The drafts it was built against, directly or through others. */
  readonly against: readonly string[];
}

/** Subjects without a change of their own that refer to one of the changed drafts. */
export function rebuiltOn(
  changed: ReadonlySet<string>,
  { registry, candidates: as }: CheckContext,
): readonly Rebuilt[] {
  if (changed.size === 0) return [];
  const quiet = new Set(
    as.inOrder.filter(({ state }) => state === "unchanged").map(({ subject }) => subject.address),
  );
  const built = candidates(registry, { dependents: new Set(registry.subjects.keys()) });
  const against = new Map([...changed].map((address) => [address, [address]]));
  const found: Rebuilt[] = [];
  for (const candidate of built.inOrder) {
    const { address } = candidate.subject;
    if (candidate.state !== "changed" || !quiet.has(address)) continue;
    const drafts = [...new Set(candidate.stale.flatMap((dependency) => against.get(dependency) ?? []))];
    if (drafts.length === 0) continue;
    against.set(address, drafts);
    found.push({ candidate, against: drafts });
  }
  return found;
}
