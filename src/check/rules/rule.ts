import type { Severity } from "../../model.ts";

/** What is told of an id that a check's finding carries; the finding itself says it of one place. */
export interface CheckRule {
  readonly id: string;
  /** The one it usually has. */
  readonly severity: Severity;
  /** What happened. */
  readonly summary: string;
  readonly why: string;
  readonly fix: string;
  /** One way to come by it. */
  readonly occurs: string;
}
