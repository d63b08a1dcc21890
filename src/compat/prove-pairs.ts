import type { Dialect, Json, Schema, Semantics, Verdict, Witness } from "../model.ts";
import { type DecideOptions, malformed } from "./inclusion/index.ts";
import { onOneBudget, type Sharing } from "./on-one-budget.ts";
import { refuteByListing } from "./refute-by-listing.ts";

/** One line of a pairs file. `expect` is compared after the verdict, never read before. */
export interface Pair {
  readonly id: string;
  readonly old: Schema;
  readonly new: Schema;
  readonly dialect?: Dialect | undefined;
  readonly expect: Readonly<Record<string, unknown>>;
  /** How far the labels were checked by whoever wrote them. */
  readonly check?: string | undefined;
}

/** Each question by the label that answers it, per semantics; the second of each pair asks from new to old. */
const questions = {
  set: ["oldSubsetOfNew", "newSubsetOfOld"],
  record: ["backward", "forward"],
} as const;
export type PairDirection = (typeof questions)[Semantics][number];

export interface PairResult {
  readonly id: string;
  readonly direction: PairDirection;
  readonly verdict: Verdict["verdict"];
  readonly witness: Json;
}

export interface Mismatch extends PairResult {
  readonly expected: boolean;
}

/** The report of `waybill prove --pairs --json`. Times are milliseconds for one question. */
export interface ProveReport {
  readonly format: "waybill.prove/1";
  readonly pairs: number;
  readonly questions: number;
  readonly decided: number;
  readonly right: number;
  readonly wrong: number;
  readonly undecided: number;
  readonly excluded: readonly { readonly id: string; readonly check: string }[];
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly results: readonly PairResult[];
  /** Verdicts that differ from a label. */
  readonly mismatches: readonly Mismatch[];
  /** Labels that both validators refute with the witness. */
  readonly refuted: readonly {
    readonly id: string;
    readonly direction: PairDirection;
    readonly witness: Json;
  }[];
}

export interface UndecidedPair {
  readonly id: string;
  readonly direction: PairDirection;
  readonly reason: string;
  readonly pointer: string;
}

export interface Proved {
  readonly report: ProveReport;
  /** Why each undecided question is. */
  readonly reasons: readonly UndecidedPair[];
}

export interface ProvePairsOptions extends DecideOptions, Sharing {
  /** After each question. */
  readonly onProgress?: () => void;
}

const counted = new Set([undefined, "agree", "by-construction"]);

/**
 * Decides every pair and holds the verdicts against the labels. A row whose `check` says its labels are unsure, or
 * whose schemas no validator can read, is listed as excluded; a row without labels is decided both ways.
 */
export function provePairs(
  pairs: Iterable<Pair>,
  { onProgress, fileBudget, inTime = (work) => work(), ...options }: ProvePairsOptions,
  clock: () => number = () => performance.now(),
): Proved {
  const decide = onOneBudget({ ...(fileBudget !== undefined && { fileBudget }), inTime });
  const results: PairResult[] = [];
  const mismatches: Mismatch[] = [];
  const refuted: { id: string; direction: PairDirection; witness: Json }[] = [];
  const reasons: UndecidedPair[] = [];
  const semantics = options.semantics ?? "set";
  const excluded: { id: string; check: string }[] = [];
  const times: number[] = [];
  let count = 0;
  let right = 0;
  let wrong = 0;
  for (const pair of pairs) {
    count++;
    if (!counted.has(pair.check)) {
      excluded.push({ id: pair.id, check: pair.check ?? "" });
      continue;
    }
    for (const { direction, expected } of questionsOf(pair, semantics)) {
      const [from, to] = direction === questions[semantics][0] ? [pair.old, pair.new] : [pair.new, pair.old];
      const asked = pair.dialect === undefined ? options : { ...options, dialect: pair.dialect };
      const start = clock();
      const verdict = decide(from, to, asked);
      const took = clock() - start;
      onProgress?.();
      if (verdict.verdict === "undecided" && verdict.reason.startsWith(malformed)) {
        excluded.push({ id: pair.id, check: verdict.reason });
        continue;
      }
      times.push(took);
      const witness = verdict.verdict === "incompatible" ? verdict.witness.instance : null;
      const result: PairResult = { id: pair.id, direction, verdict: verdict.verdict, witness };
      results.push(result);
      if (verdict.verdict === "undecided") {
        const { reason, pointer } = verdict;
        reasons.push({ id: pair.id, direction, reason, pointer });
      } else if (expected !== undefined && expected !== (verdict.verdict === "compatible")) {
        mismatches.push({ ...result, expected });
        const against =
          verdict.verdict === "incompatible"
            ? agreed(verdict.witness)
              ? verdict.witness
              : undefined
            : inTime(() => refuteByListing(from, to, asked));
        if (against !== undefined) refuted.push({ id: pair.id, direction, witness: against.instance });
        else wrong++;
      } else if (expected !== undefined) right++;
    }
  }
  times.sort((a, b) => a - b);
  const report: ProveReport = {
    format: "waybill.prove/1",
    pairs: count,
    questions: results.length,
    decided: results.length - reasons.length,
    right,
    wrong,
    undecided: reasons.length,
    excluded,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    max: percentile(times, 1),
    results,
    mismatches,
    refuted,
  };
  return { report, reasons };
}

/** Both validators told the schemas apart: no dissent. */
function agreed(witness: Witness): boolean {
  return witness.dissent === undefined;
}

interface Question {
  readonly direction: PairDirection;
  readonly expected: boolean | undefined;
}

function questionsOf({ expect }: Pair, semantics: Semantics): readonly Question[] {
  const directions: readonly PairDirection[] = questions[semantics];
  const labelled = directions.flatMap((direction) => {
    const expected = Object.hasOwn(expect, direction) ? expect[direction] : undefined;
    return typeof expected === "boolean" ? [{ direction, expected }] : [];
  });
  return labelled.length > 0 ? labelled : directions.map((direction) => ({ direction, expected: undefined }));
}

/** The smallest time that so large a share of the questions did not pass. */
function percentile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return Math.round(value * 1000) / 1000;
}
