import { WaybillError } from "../errors.ts";
import { grantForBytes, limits, outOfTime, within } from "../limits/index.ts";

type Bytes = AsyncIterable<Uint8Array | string>;

/** Counts what is read of a source, and stops judging it where that takes out of all proportion. */
export interface Timekeeper {
  /** The source, to be read through this. */
  readonly bytes: Bytes;
  /** Judges a batch. @throws WaybillError MALFORMED at the line where the time was up. */
  judge<T extends { readonly line: number }, R>(batch: readonly T[], judge: (item: T) => R): readonly R[];
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
    judge(batch, judge) {
      let line = batch[0]?.line ?? 0;
      const start = performance.now();
      const judged = within(left, () =>
        batch.map((item) => {
          line = item.line;
          return judge(item);
        }),
      );
      left -= performance.now() - start;
      if (judged !== outOfTime) return judged;
      throw new WaybillError("MALFORMED", "judging takes too long, and was stopped at this line", {
        place: { file, line },
        hint: "run `waybill check` on the schema: a pattern or a union of it takes for ever on such data",
      });
    },
  };
}
