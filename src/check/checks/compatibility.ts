import type { Finding, SourceDocument, Version } from "../../model.ts";
import type { Check, CheckContext } from "../context.ts";
import { judgedSubjects } from "../judged.ts";

/** What changed since the versions that the policy looks back at, and whether data and readers of each keep working. */
export const compatibility: Check = {
  name: "compatibility",
  summary: "old data and old readers keep working, proved or shown by a witness",
  run: (context): readonly Finding[] =>
    judgedSubjects(context).flatMap(({ candidate: { subject }, judgement, document, settled }) =>
      judgement.findings
        .filter(({ severity }) => !settled || severity !== "info")
        .map((found) => placed(found, document, subject.versions, context)),
    ),
};

/** The finding with file, line and column: in the new schema where it has a place there, else in the old one. */
function placed(
  found: Finding,
  next: SourceDocument,
  versions: readonly Version[],
  { config }: CheckContext,
): Finding {
  const severity = found.rule === "UNDECIDED" && config.undecided === "warning" ? "warning" : found.severity;
  if (found.newPointer !== null) return { ...found, severity, ...next.place(found.newPointer) };
  const old = versions.find(({ address }) => address === found.from);
  return old === undefined || found.oldPointer === null
    ? { ...found, severity, ...next.place("") }
    : { ...found, severity, ...old.document.place(found.oldPointer) };
}
