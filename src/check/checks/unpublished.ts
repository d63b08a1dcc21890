import type { Finding } from "../../model.ts";
import type { Check } from "../context.ts";
import { at, finding } from "../finding.ts";

/** Drafts that say something no version says yet, and pins that have fallen behind. */
export const unpublished: Check = {
  name: "unpublished",
  summary: "drafts that differ from their latest version, pins that are not the newest",
  run({ candidates, wanted }): readonly Finding[] {
    const found: Finding[] = [];
    for (const { subject, draft, state, number, stale } of candidates.inOrder) {
      if (!wanted(subject.address)) continue;
      if (state !== "unchanged") {
        found.push(
          finding({
            rule: "DRAFT_UNPUBLISHED",
            severity: "warning",
            subject: subject.address,
            to: `${subject.address}@${number}`,
            ...at(draft.document, ""),
            message:
              state === "new"
                ? "the draft has no version yet"
                : `the draft differs from version ${number - 1}`,
            why: "messages can name published versions only, and what is reviewed is what is frozen",
            fix: `run \`waybill publish ${subject.address}\` and commit what it writes`,
          }),
        );
      } else if (stale.length > 0) {
        found.push(
          finding({
            rule: "DEPENDENCY_STALE",
            severity: "info",
            subject: subject.address,
            ...at(draft.document, ""),
            message: `the latest version pins older versions of ${stale.join(", ")}`,
            why: "a new version of a shared subject does not change those that pin it",
            fix: `run \`waybill publish ${subject.address} --dependents\` to move on, or leave it`,
          }),
        );
      }
    }
    return found;
  },
};
