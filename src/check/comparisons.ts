import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "../model.ts";
import type { Comparison, Reading } from "../report/index.ts";
import type { CheckContext } from "./context.ts";
import { judgedSubjects } from "./judged.ts";

/** The subjects a pull request changes, each against the newest version before it, for the head of a report. */
export function comparisonsOf(context: CheckContext): readonly Comparison[] {
  const judged = judgedSubjects(context)
    .filter(
      ({ settled, against, judgement }) => !settled && against.length === 0 && judgement.pairs.length > 0,
    )
    .map(({ candidate: { subject }, judgement: { pairs }, next }): Comparison => {
      const [pair] = pairs;
      return {
        subject: subject.address,
        from: pair?.from ?? null,
        to: next,
        backward: reading(pair?.backward),
        forward: reading(pair?.forward),
        changes: pair?.changes ?? [],
        postcard: postcardOf(subject.address, context),
      };
    });
  const first = context.candidates.inOrder
    .filter(({ subject, state }) => state === "new" && context.wanted(subject.address))
    .map(
      ({ subject, number }): Comparison => ({
        subject: subject.address,
        from: null,
        to: `${subject.address}@${number}`,
        backward: "not judged",
        forward: "not judged",
        changes: [],
        postcard: postcardOf(subject.address, context),
      }),
    );
  return [...judged, ...first];
}

/** The page of a subject, where there is one. */
function postcardOf(address: string, { config }: CheckContext): string | null {
  const page = `postcards/${address}/README.md`;
  return existsSync(join(config.out, page)) ? `${config.outShown}/${page}` : null;
}

function reading(verdict: Verdict | undefined): Reading {
  return verdict?.verdict ?? "not judged";
}
