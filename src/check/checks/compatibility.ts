import type { Finding, SourceDocument, Version } from "../../model.ts";
import type { Check, CheckContext } from "../context.ts";
import { judgedSubjects } from "../judged.ts";

/** What changed since the versions that the policy looks back at, and whether data and readers of each keep working. */
export const compatibility: Check = {
  name: "compatibility",
  summary: "old data and old readers keep working, proved or shown by a witness",
  run: (context): readonly Finding[] =>
    judgedSubjects(context).flatMap(({ candidate: { subject }, judgement, document, settled, against }) =>
      judgement.findings
        .filter(({ severity }) => (!settled && against.length === 0) || severity !== "info")
        .map((found) => placed(found, document, subject.versions, context))
        .map((found) => (against.length === 0 ? found : rebuilt(found, against))),
    ),
};

/** A finding on a subject that did not change itself: the message says what it was rebuilt on. */
function rebuilt(found: Finding, against: readonly string[]): Finding {
  const drafts = against.map((address) => `"${address}"`).join(" and ");
  return { ...found, message: `rebuilt on the draft of ${drafts}: ${found.message}` };
}

/** The finding with file, line and column: in the new schema where it has a place there, else in the old one. */
function placed(
  found: Finding,
  next: SourceDocument,
  versions: readonly Version[],
  { config }: CheckContext,
): Finding {
  const severity = found.rule === "UNDECIDED" && config.undecided === "warning" ? "warning" : found.severity;
  const old = versions.find(({ address }) => address === found.from);
  if (found.newPointer !== null) {
    const was = old && found.oldPointer !== null && { oldPlace: old.document.place(found.oldPointer) };
    return { ...found, severity, ...next.place(found.newPointer), ...was };
  }
  return old === undefined || found.oldPointer === null
    ? { ...found, severity, ...next.place("") }
    : { ...found, severity, ...old.document.place(found.oldPointer) };
}
