import { type OutOfTime, outOfTime, within } from "./within.ts";

const spent = new WeakMap<object, number>();

/**
 * Runs synchronous work on the account of `of`: all work on one thing together gets so much time, however many parts it has.
 * Honest schemas need a few milliseconds; what is left over is never asked for.
 * @param of a subject, a version's schema: made anew by every load, so every run begins with a full account.
 * @param milliseconds the whole account.
 */
export function spend<T>(of: object, milliseconds: number, work: () => T): T | OutOfTime {
  const left = milliseconds - (spent.get(of) ?? 0);
  if (left < 1) return outOfTime;
  const start = performance.now();
  try {
    return within(left, work);
  } finally {
    spent.set(of, milliseconds - left + performance.now() - start);
  }
}
