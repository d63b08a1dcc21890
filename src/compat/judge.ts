import type { Change, Direction, Finding, Verdict } from "../model.ts";
import { breaksOf } from "./breaks.ts";
import { coarseAmong, type Fact } from "./changes/index.ts";
import { ask, factsOf } from "./compare.ts";
import type { DecideOptions } from "./decide.ts";
import { provingDecide } from "./engine.ts";
import { barren, doubt, told, unexplained } from "./findings.ts";
import type { JudgedPair, JudgedVersion, JudgeInput, Judgement, RollOut } from "./judged.ts";
import { lookedBackAt, type Policy, policies } from "./policy.ts";
import { reused } from "./tombstones.ts";
import { isOfNothing, nothingIsWritable } from "./writable.ts";

export type { JudgedPair, JudgedVersion, JudgeInput, Judgement, RollOut } from "./judged.ts";

/**
 * Judges the next version of a subject against its history under a policy. Pure: the caller knows files and lines.
 */
export function judge(input: JudgeInput): Judgement {
  const policy = policies[input.policy];
  const reached = lookedBackAt(input.history, policy);
  const findings = new Map<string, Finding>();
  const pairs: JudgedPair[] = [];
  const add = (finding: Finding) => {
    // The same break against an older version is one finding, told of the newest.
    const key = `${finding.fingerprint} ${finding.direction}`;
    if (!findings.has(key)) findings.set(key, finding);
  };
  for (const [index, version] of reached.entries()) {
    const { pair, found } = judgePair(input, policy, version, index === 0);
    pairs.push(pair);
    for (const finding of found) add(finding);
  }
  if (policy.directions.length > 0 && cannotBeWritten(input)) add(barren(input));
  if (policy.tombstones) for (const finding of reused(input, reached[0])) add(finding);
  return { findings: [...findings.values()], pairs };
}

function cannotBeWritten({ next, semantics = "record", formats }: JudgeInput): boolean {
  return semantics === "record" && nothingIsWritable(next.schema, { dialect: next.dialect, formats });
}

/** A rename tells of the removal and the addition in it; telling all would be one mistake several times. */
function isHalfOfRename(change: Fact, changes: readonly Fact[]): boolean {
  const { rule, member, newPointer } = change;
  if (renameOf(change, changes) !== undefined) return true;
  const renamed = changes.filter((one) => one.rule === "PROPERTY_RENAMED");
  if (rule === "PROPERTY_REMOVED") return renamed.some((one) => one.member === member);
  return rule === "PROPERTY_ADDED_OPTIONAL" && renamed.some((one) => one.newPointer === newPointer);
}

/** The rename that a change is a part of and says nothing beside. */
function renameOf({ renamedTo }: Fact, changes: readonly Fact[]): Fact | undefined {
  if (renamedTo === undefined) return undefined;
  return changes.find(({ rule, newPointer }) => rule === "PROPERTY_RENAMED" && newPointer === renamedTo);
}

function plain({ values: _, fix: __, renamedTo: ___, ...change }: Fact): Change {
  return change;
}

/** The order of a roll-out that the two verdicts allow; undefined where either is missing or undecided. */
export function rollOut(pair: Pick<JudgedPair, "backward" | "forward">): RollOut | undefined {
  const { backward, forward } = pair;
  if (!backward || !forward || backward.verdict === "undecided" || forward.verdict === "undecided")
    return undefined;
  if (backward.verdict === "compatible") return forward.verdict === "compatible" ? "any" : "readers-first";
  return forward.verdict === "compatible" ? "writers-first" : "none";
}

function judgePair(
  input: JudgeInput,
  policy: Policy,
  version: JudgedVersion,
  newest: boolean,
): { readonly pair: JudgedPair; readonly found: readonly Finding[] } {
  const { next, decide = provingDecide, semantics = "record", formats } = input;
  const options: DecideOptions = { semantics, formats };
  const changes = factsOf(version, next);
  const about = { input, version };
  const found: Finding[] = [];
  const blamed = new Set<Change>();
  const verdicts = new Map<Direction, Verdict>();
  for (const direction of policy.directions) {
    const verdict = ask(decide, direction, version, next, options);
    verdicts.set(direction, verdict);
    // That nothing can be written under the next version is a finding of its own.
    const isTold = direction === "forward" && isOfNothing(verdict);
    if (verdict.verdict === "undecided" && !isTold) found.push(doubt(about, direction, verdict));
    if (verdict.verdict !== "incompatible") continue;
    for (const one of breaksOf(decide, direction, version, next, options, verdict.witness, changes)) {
      // What breaks is the name; one edit, one id to accept, and a document for each direction.
      const change = one.change && (renameOf(one.change, changes) ?? one.change);
      if (change !== undefined) blamed.add(change);
      found.push(
        change ? told(about, change, "error", direction, one.witness) : unexplained(about, direction, one),
      );
    }
  }
  const coarse = coarseAmong(changes);
  for (const change of changes) {
    const forbidden = policy.forbids.includes(change.rule);
    if (blamed.has(change) || (!forbidden && (!newest || change.rule === "ANNOTATION_CHANGED"))) continue;
    if (isHalfOfRename(change, changes) || coarse.has(change)) continue;
    found.push(told(about, change, forbidden ? "error" : "info", null, undefined));
  }
  const pair = {
    from: version.address,
    to: next.address,
    changes: changes.filter((change) => !coarse.has(change)).map(plain),
    backward: verdicts.get("backward"),
    forward: verdicts.get("forward"),
  };
  return { pair, found };
}
