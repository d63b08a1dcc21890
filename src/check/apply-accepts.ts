import type { AcceptedBreak, Finding } from "../model.ts";
import { acceptOf, isAccepted } from "./accept.ts";
import { isAcceptable } from "./acceptable.ts";
import type { CheckContext } from "./context.ts";
import { coveringAccept } from "./covered-examples.ts";

/** Findings with the accepted breaks turned into notes that say who took them on and why. */
export function applyAccepts(findings: readonly Finding[], context: CheckContext): readonly Finding[] {
  return findings.map((finding) => {
    const accepted = finding.severity === "info" ? undefined : acceptOf(finding, context);
    const covering = coveringAccept(finding, context);
    if (covering !== undefined) return refusedOn(finding, covering);
    if (accepted === undefined) return elsewhere(finding, context);
    if (!isAccepted(finding, context)) {
      return {
        ...finding,
        why: `${finding.why} (${accepted.owner} accepted it until ${accepted.expires}, which has passed)`,
      };
    }
    return {
      ...finding,
      severity: "info",
      message: `accepted by ${accepted.owner}: ${finding.message}`,
      why: accepted.reason,
      fix: "nothing to do; publishing it writes a barrier into the lock",
    };
  });
}

/** An accept of the same rule at the same place, but of other schemas, is no accept; its owner is told so. */
function elsewhere(finding: Finding, { accepts }: CheckContext): Finding {
  const given = accepts?.breaks.get(finding.fingerprint);
  if (given === undefined || finding.severity === "info" || !isAcceptable(finding)) return finding;
  return {
    ...finding,
    why: `${finding.why} (${given.owner} accepted it between other schemas, from ${given.from}; accept this one anew)`,
  };
}

/** The example stands as a document of the versions before; from this one on it is refused, and that was taken on. */
function refusedOn(finding: Finding, { from, owner, reason }: AcceptedBreak): Finding {
  return {
    ...finding,
    severity: "info",
    message: `refused from "${finding.to}" on, with the break from "${from}" that ${owner} accepted: ${finding.message}`,
    why: reason,
    fix: "nothing to do; leave the file as it is, an example of the versions before",
  };
}
