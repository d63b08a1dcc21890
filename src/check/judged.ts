import { type Judgement, judge } from "../compat/judge.ts";
import { askForLess, limits, longerThan, outOfTime, spendEach } from "../limits/index.ts";
import type { Finding } from "../model.ts";
import type { CheckContext } from "./context.ts";
import { rebuiltOn } from "./dependents.ts";
import { finding } from "./finding.ts";
import { inputOf, type Question, questionOf } from "./question.ts";

/** What was judged of one subject, and where it is written. */
export interface Judged extends Pick<Question, "candidate" | "document" | "settled" | "against"> {
  readonly judgement: Judgement;
  /** The version that was judged: the draft's, or the latest as it was frozen. */
  readonly next: string;
}

const known = new WeakMap<CheckContext, readonly Judged[]>();

/**
 * Every wanted subject judged once per run, first versions by what needs no history. What refers to a changed draft
 * that breaks nothing itself is judged once more, rebuilt on it: it may break there alone.
 */
export function judgedSubjects(context: CheckContext): readonly Judged[] {
  const before = known.get(context);
  if (before !== undefined) return before;
  const wanted = ({ candidate: { subject } }: Question) => context.wanted(subject.address);
  const judged = answers(
    context.candidates.inOrder.flatMap((candidate) => questionOf(candidate, context)).filter(wanted),
    context,
  );
  const harmless = judged.filter(
    ({ candidate, judgement }) => candidate.state === "changed" && !fails(judgement),
  );
  const rebuilt = answers(
    rebuiltOn(new Set(harmless.map(({ candidate }) => candidate.subject.address)), context)
      .flatMap(({ candidate, against }) => questionOf(candidate, context, against))
      .filter(wanted),
    context,
  );
  const all = [...judged, ...rebuilt];
  known.set(context, all);
  return all;
}

function fails({ findings }: Judgement): boolean {
  return findings.some(({ severity }) => severity === "error");
}

const nothing: Judgement = { findings: [], pairs: [] };

function answers(questions: readonly Question[], context: CheckContext): readonly Judged[] {
  const asked = questions.map((question) => ({ question, ...inputOf(question, context) }));
  const judgements = spendEach(
    asked,
    ({ question }) => question.candidate.subject,
    limits.judge,
    ({ input, key }) => {
      if (key !== undefined && context.memory?.recall(key) === "clean") return nothing;
      const judgement = judge(input);
      const clean = judgement.findings.every(({ severity }) => severity === "info");
      if (key !== undefined && clean) context.memory?.remember(key, "clean");
      return judgement;
    },
  );
  return asked.map(({ question: { version, candidate, document, settled, against } }, index) => {
    const judgement = judgements[index] ?? outOfTime;
    const { address } = candidate.subject;
    const told =
      judgement === outOfTime ? { findings: [notInTime(address, version.address)], pairs: [] } : judgement;
    return { candidate, judgement: told, next: version.address, document, settled, against };
  });
}

/** The engine counts its steps; what a step costs depends on the schema, so the clock has the last word. */
function notInTime(subject: string, to: string): Finding {
  return finding({
    rule: "UNDECIDED",
    severity: "error",
    subject,
    to,
    message: `whether it is compatible was not decided: that takes ${longerThan(limits.judge)}`,
    why: "a verdict is proved or shown by a witness, never guessed",
    fix: askForLess(),
  });
}
