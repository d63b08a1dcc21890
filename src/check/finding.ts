import { sha256Hex } from "../canonical/index.ts";
import type { Finding, SourceDocument } from "../model.ts";
import type { LintRule } from "./lint/rule.ts";
import type { CheckRuleId } from "./rules/index.ts";

/** What a check says; the rest of a `Finding` follows from it. */
export type FindingParts = { readonly rule: CheckRuleId | "UNDECIDED" } & SaidParts;

type SaidParts = Pick<Finding, "severity" | "message" | "why" | "fix"> &
  Partial<Omit<Finding, "rule" | "fingerprint">> & {
    /** The shape-canonical fragments at the place, old then new; part of the fingerprint. */
    readonly fragments?: readonly string[];
  };

/**
 * A finding with its fingerprint: the first 12 hex of SHA-256 over rule, subject, pointer and fragments.
 * Prose and line numbers are left out, so that an accepted finding stays accepted when text moves.
 */
export function finding(parts: FindingParts): Finding {
  return fingerprinted(parts);
}

/** The same of a lint rule, which knows why and what to do. */
export function lintFinding({ id, why, fix }: LintRule, parts: Omit<SaidParts, "why" | "fix">): Finding {
  return fingerprinted({ ...parts, rule: id, why, fix });
}

function fingerprinted({ fragments = [], ...parts }: SaidParts & { readonly rule: string }): Finding {
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
