import { openTimekeeper } from "../limits/index.ts";
import { type Form, readValues } from "../streams/index.ts";
import type { JudgeLine } from "./judge-line.ts";
import type { LinePlace, Remark, Tally } from "./tally.ts";

/** Something to validate: its bytes, its name, and what judges its lines. */
export interface Source {
  readonly file: string;
  readonly form: Form;
  readonly bytes: AsyncIterable<Uint8Array | string>;
  readonly judge: JudgeLine;
  /** Pointer to the instance inside each value; `""` where the value is the instance. */
  readonly at: string;
}

export interface Watch {
  /** Each error and note as it is found. */
  onRemark(kind: "error" | "note", remark: Remark, place: LinePlace): void;
  /** After each batch of lines. */
  onProgress(lines: number): void;
}

/** Validates one source into the tally, line by line; memory does not grow with its length. */
export async function validateSource(
  { file, form, bytes, judge, at }: Source,
  tally: Tally,
  watch: Watch,
): Promise<void> {
  const report = (kind: "error" | "note", remark: Remark, line: number): void => {
    const place = { file, line };
    tally[kind](remark, place);
    watch.onRemark(kind, remark, place);
  };
  const timekeeper = openTimekeeper(file, bytes);
  for await (const batch of readValues(timekeeper.bytes, { file, form })) {
    // Judged before any of it is told: whoever reads slowly must not use up the time.
    const outcomes = timekeeper.judge(
      batch,
      ({ line }) => line,
      (item) => (item.fault === undefined ? judge(item.value) : undefined),
    );
    for (const [index, item] of batch.entries()) {
      if (item.fault !== undefined) {
        tally.line("malformed");
        const { message, column } = item.fault;
        report(
          "error",
          { subject: null, pointer: "", keyword: "json", message: `${message} (column ${column})` },
          item.line,
        );
        continue;
      }
      const outcome = outcomes[index];
      if (outcome === undefined || outcome.kind === "skipped") continue;
      if (outcome.kind === "unrouted") {
        tally.line("unrouted");
        report(
          "error",
          { subject: null, pointer: "", keyword: "route", message: "no rule routes this line" },
          item.line,
        );
        continue;
      }
      const { subject, judgement } = outcome;
      tally.line({ subject, valid: judgement.errors.length === 0 });
      for (const { pointer, keyword, message } of judgement.errors) {
        report("error", { subject, pointer, keyword, message }, item.lineOf(at + pointer));
      }
      for (const { pointer, message } of judgement.notes) {
        report("note", { subject, pointer, keyword: "note", message }, item.lineOf(at + pointer));
      }
    }
    watch.onProgress(batch.length);
  }
}
