import { sha256Hex } from "../canonical/index.ts";
import type { Finding, SourceDocument } from "../model.ts";

/** What a check says; the rest of a `Finding` follows from it. */
export type FindingParts = Pick<Finding, "rule" | "severity" | "message" | "why" | "fix"> &
  Partial<Omit<Finding, "fingerprint">> & {
    /** The shape-canonical fragments at the place, old then new; part of the fingerprint. */
    readonly fragments?: readonly string[];
  };

/**
 * A finding with its fingerprint: the first 12 hex of SHA-256 over rule, subject, pointer and fragments.
 * Prose and line numbers are left out, so that an accepted finding stays accepted when text moves.
 */
export function finding({ fragments = [], ...parts }: FindingParts): Finding {
  const subject = parts.subject ?? null;
  const pointer = parts.newPointer ?? parts.oldPointer ?? null;
  return {
    subject,
    from: null,
    to: null,
    direction: null,
    oldPointer: null,
    newPointer: null,
    file: null,
    line: null,
    column: null,
    witness: null,
    ...parts,
    fingerprint: sha256Hex(JSON.stringify([parts.rule, subject, pointer, ...fragments])).slice(0, 12),
  };
}

/** File, line and column of a pointer in a document, as finding members. */
export function at(
  document: SourceDocument,
  pointer: string,
): Pick<Finding, "file" | "line" | "column" | "newPointer"> {
  const { file, line, column } = document.place(pointer);
  return { file, line, column, newPointer: pointer };
}
