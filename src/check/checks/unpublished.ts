import type { Finding, Registry } from "../../model.ts";
import { intentIn, intentName } from "../../registry/intent.ts";
import { endOf, workOf } from "../../registry/publisher.ts";
import type { Check } from "../context.ts";
import { at, finding } from "../finding.ts";

/** Drafts that say something no version says yet, pins that have fallen behind, a publish that was killed. */
export const unpublished: Check = {
  name: "unpublished",
  summary: "drafts that differ from their latest version, pins that are not the newest",
  run({ registry, config, candidates, wanted }): readonly Finding[] {
    const found: Finding[] = [...unfinished(registry, config.registry)];
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

/** A publish that was killed: its files are no part of the registry, and the next one clears them. */
function unfinished(registry: Registry, folder: string): readonly Finding[] {
  const file = `${registry.root}/${intentName}`;
  const intent = intentIn(folder, file);
  const work = intent === undefined ? "here" : workOf(intent);
  if (intent === undefined || work === "here") return [];
  return [
    finding({
      rule: "PUBLISH_UNFINISHED",
      severity: "error",
      file,
      message:
        work === "ended"
          ? "a publish was stopped before it ended"
          : "a publish that began on another machine has not ended",
      why: "the lock does not name all that it wrote, so none of that counts as published",
      fix:
        work === "ended"
          ? "run `waybill publish`, which clears it and does it again"
          : `wait for it until ${endOf(intent)}, or, where none is at work there: rm ${file}`,
      fragments: intent.files,
    }),
  ];
}
