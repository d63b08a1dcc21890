import type { Drift } from "../generate/output.ts";

/** What is said of a file that a run began and did not put in its place, and what to do. */
export const unfinishedWords: Readonly<
  Record<NonNullable<Drift["unfinished"]>, { readonly message: string; readonly fix: string }>
> = {
  left: {
    message: "was left by a `waybill generate` that was stopped",
    fix: "run `waybill generate`, which removes it",
  },
  running: {
    message: "is being written by a `waybill generate` that still runs",
    fix: "wait until that has ended, then run `waybill generate`; remove the file if it stays",
  },
};
