import { canonicalize, sha256Hex } from "../canonical/index.ts";
import type { Json } from "../model.ts";

/**
 * What one build of the tool found out before, so that unchanged work is not done twice. It may forget anything at any
 * time; no answer depends on it. Keys hold everything an answer follows from.
 */
export interface Memory {
  /** The value remembered under a key; undefined where there is none. */
  recall(key: string): Json | undefined;
  remember(key: string, value: Json): void;
}

/** A key of a kind of fact and all that the fact follows from; undefined where that has no canonical form. */
export function keyOf(kind: string, ...from: readonly Json[]): string | undefined {
  try {
    return sha256Hex(canonicalize([kind, ...from]));
  } catch {
    return undefined;
  }
}
