import { hasEnded } from "../../registry/ended-examples.ts";
import type { LintRule } from "./rule.ts";

export const exampleMissing: LintRule = {
  id: "EXAMPLE_MISSING",
  severity: "warning",
  summary: "a subject has at least one valid and one invalid example",
  why: "examples are what the ratchet holds later versions to, and what a reader copies",
  fix: "add one to examples/valid/ and one to examples/invalid/",
  check({ pointer, candidate: { subject } }) {
    if (pointer !== "") return [];
    // One that an accepted break refuses is no example of what is written today.
    const valid = subject.validExamples.filter((example) => !hasEnded(example, subject));
    return [
      ...(valid.length === 0 ? [{ message: "the subject has no valid example" }] : []),
      ...(subject.invalidExamples.length === 0 ? [{ message: "the subject has no invalid example" }] : []),
    ];
  },
};
