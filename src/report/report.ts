import type { Change, Finding, Verdict } from "../model.ts";

/** One way to print what a check found. One file in `formats/`, one line in `index.ts`. */
export interface ReportFormat {
  /** The word after `--format`. */
  readonly name: string;
  /** One line for people choosing. */
  readonly summary: string;
  /** The whole report, ending in a line end. It decides nothing: no exit code, no severity. */
  render(findings: readonly Finding[], summary: ReportSummary, style: Style): string;
}

export interface Style {
  readonly color: boolean;
  /** Columns to wrap at. */
  readonly width: number;
}

/** What was looked at, beside the findings. */
export interface ReportSummary {
  readonly subjects: number;
  readonly versions: number;
  readonly failed: boolean;
  readonly checks: readonly {
    readonly name: string;
    readonly findings: number;
    readonly milliseconds: number;
  }[];
  /** The subjects that changed, where the check compared two sides. */
  readonly comparisons?: readonly Comparison[];
}

/** One subject with a changed draft or a new version. */
export interface Comparison {
  readonly subject: string;
  /** Version address; null for a first version. */
  readonly from: string | null;
  readonly to: string;
  /** Old data to a new reader. */
  readonly backward: Reading;
  /** New data to an old reader. */
  readonly forward: Reading;
  readonly changes: readonly Change[];
  /** Path of the postcard, relative to the repository; null where there is none. */
  readonly postcard: string | null;
}

export type Reading = Verdict["verdict"] | "not judged";
