import { WaybillError } from "../errors.ts";
import { grantForBytes } from "./account.ts";
import { limits } from "./limits.ts";
import { elapsed } from "./patience.ts";
import { outOfTime, within } from "./within.ts";

type Bytes = AsyncIterable<Uint8Array | string>;

/** Counts what is read of a source, and stops judging it where that takes out of all proportion. */
export interface Timekeeper {
  /** The source, to be read through this. */
  readonly bytes: Bytes;
  /** Judges a batch. @throws WaybillError MALFORMED at the line where the time was up. */
  judge<T, R>(batch: readonly T[], lineOf: (item: T) => number, judge: (item: T) => R): readonly R[];
}

/** One account for a source: so long to begin with, and again for every MiB of it. */
export function openTimekeeper(file: string, bytes: Bytes): Timekeeper {
  let left: number = limits.validate;
  async function* counted(): AsyncGenerator<Uint8Array | string> {
    for await (const chunk of bytes) {
      left += (limits.validate * chunk.length) / (1 << 20);
      grantForBytes(chunk.length);
      yield chunk;
    }
  }
  return {
    bytes: counted(),
    judge(batch, lineOf, judge) {
      let current = batch[0];
      const start = performance.now();
      const judged = within(left, () =>
        batch.map((item) => {
          current = item;
          return judge(item);
        }),
      );
      left -= elapsed(start);
      if (judged !== outOfTime) return judged;
      throw new WaybillError("MALFORMED", "judging takes too long, and was stopped at this line", {
        place: { file, line: current === undefined ? 0 : lineOf(current) },
        hint: "run `waybill check`: a pattern, a union or a list of steps takes for ever on such data",
      });
    },
  };
}
