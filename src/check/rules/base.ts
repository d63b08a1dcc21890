import type { CheckRule } from "./rule.ts";

/** What `--against` finds besides breaks. */
export const baseRules = [
  {
    id: "PUBLISHED_VERSION_CHANGED",
    severity: "error",
    summary: "a version that the base published is gone from the lock, or is another",
    why: "Messages may name the base's hash already, though file and lock of this side agree.",
    fix: "Run `waybill publish --rebase <base>`, which keeps the base's versions and renumbers yours.",
    occurs: "Two branches published version 2 and the second was merged by taking its own files.",
  },
  {
    id: "BARRIER_NOT_ACCEPTED",
    severity: "error",
    summary: "a version is marked as a barrier, and the base accepted no break of exactly this version",
    why: "What comes before a barrier is not looked back at; a pull request may not excuse itself.",
    fix: "Accept the break first, in a pull request of its own, or take the lock from git.",
    occurs: "The word `barrier` was written into the lock by hand.",
  },
  {
    id: "POLICY_FROM_BASE",
    severity: "info",
    summary: "the policy of this side asks for less than the base's, which holds",
    why: "A pull request may not loosen the rules it is judged by.",
    fix: "Merge the looser policy first, in a pull request of its own.",
    occurs: "`policy: none` was added to namespace.yaml together with a break.",
  },
  {
    id: "SETTINGS_FROM_BASE",
    severity: "info",
    summary: "settings of this side ask for less than the base's, which hold",
    why: "A pull request may not loosen the rules it is judged by.",
    fix: "Merge the looser settings first, in a pull request of their own.",
    occurs: "`undecided: warning` was added to waybill.yaml together with a change nothing is proved of.",
  },
] as const satisfies readonly CheckRule[];
