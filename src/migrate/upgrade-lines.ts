import { readJsonLine } from "../input/index.ts";
import { openTimekeeper } from "../limits/index.ts";
import type { Json } from "../model.ts";
import { readLines } from "../streams/index.ts";
import type { UpgradeLine } from "./upgrade-line.ts";

/** What a run came to. Every line is counted once. */
export interface UpgradeTotals {
  lines: number;
  upgraded: number;
  current: number;
  drift: number;
  unsupported: number;
  malformed: number;
  unrouted: number;
  /** Lines by the migrations they took. */
  readonly by: Map<string, number>;
  /** Lines that were left, by why; with the first place. */
  readonly reasons: Map<string, { count: number; readonly line: number }>;
}

/**
 * Upgrades newline-delimited values as they come. A line without an upgrade is written as it was, byte for byte but
 * for carriage returns: nothing is lost, whatever it is. Memory is bounded by the longest line.
 * Time is bounded by its length.
 * @param upgraderOf who knows a value; undefined where no rule routes it
 * @param onProgress hears how many lines more are done
 * @throws WaybillError MALFORMED at the line where upgrading takes out of all proportion
 */
export async function upgradeLines(
  { file, bytes }: { readonly file: string; readonly bytes: AsyncIterable<Uint8Array | string> },
  upgraderOf: (value: Json) => UpgradeLine | undefined,
  write: (text: string) => void | Promise<void>,
  onProgress: (lines: number) => void = () => undefined,
): Promise<UpgradeTotals> {
  const totals: UpgradeTotals = {
    lines: 0,
    upgraded: 0,
    current: 0,
    drift: 0,
    unsupported: 0,
    malformed: 0,
    unrouted: 0,
    by: new Map(),
    reasons: new Map(),
  };
  const left = (
    kind: "drift" | "unsupported" | "malformed" | "unrouted",
    reason: string,
    line: number,
  ): void => {
    totals[kind] += 1;
    const known = totals.reasons.get(`${kind}: ${reason}`);
    if (known === undefined) totals.reasons.set(`${kind}: ${reason}`, { count: 1, line });
    else known.count += 1;
  };
  const upgraded = (text: string, number: number): string => {
    totals.lines += 1;
    const { value, error } = readJsonLine(text);
    if (error !== undefined) left("malformed", error.message, number);
    else {
      const outcome = upgraderOf(value)?.(value);
      if (outcome === undefined) left("unrouted", "no rule routes this line", number);
      else if (outcome.kind === "current") totals.current += 1;
      else if (outcome.kind === "upgraded") {
        totals.upgraded += 1;
        totals.by.set(outcome.by, (totals.by.get(outcome.by) ?? 0) + 1);
        return JSON.stringify(outcome.value);
      } else left(outcome.kind, outcome.reason, number);
    }
    return text;
  };
  const timekeeper = openTimekeeper(file, bytes);
  for await (const batch of readLines(timekeeper.bytes)) {
    const texts = timekeeper.judge(
      batch,
      ({ number }) => number,
      ({ text, fault, number, terminated }) => {
        const end = terminated ? "\n" : "";
        if (fault === undefined) return (text.trim() === "" ? text : upgraded(text, number)) + end;
        totals.lines += 1;
        left("malformed", fault, number);
        return end;
      },
    );
    await write(texts.join(""));
    onProgress(batch.length);
  }
  return totals;
}
