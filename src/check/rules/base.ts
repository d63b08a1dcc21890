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
    id: "ACCEPTED_EXAMPLE_DROPPED",
    severity: "error",
    summary: "the lock does not hold an example as the base accepted it",
    why: "An accepted example is a promise that later versions keep; its line may not go with its file.",
    fix: "Run `waybill publish --rebase <base>`, which takes the base's lock, and restore the file from there.",
    occurs: "An example and its line in the lock were removed, since a stricter draft rejects it.",
  },
  {
    id: "VERSION_NOT_DRAFT",
    severity: "error",
    summary: "a version that is new on this side is not what the draft says",
    why: "What is reviewed is what is frozen.",
    fix: "Run `waybill publish --rebase <base>`, which removes it and freezes the draft.",
    occurs:
      "The draft was edited after it was published in the same pull request; or versions/2.json was written by hand.",
  },
  {
    id: "VERSION_WITHDRAWN",
    severity: "info",
    summary: "a version is withdrawn on this side and not on the base",
    why: "Once merged, later versions are not held to it any more; reviewers should know.",
    fix: "Nothing to do, if that is meant; a withdrawal is not undone.",
    occurs: "`waybill withdraw` was run in the pull request.",
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
