import { lstatSync } from "node:fs";

/**
 * What tells a file from what it becomes, without reading it: size in bytes, times of its content and of its inode in
 * milliseconds, inode. The time of the inode is the kernel's: no tool that restores times restores it.
 */
export type Stamp = readonly [size: number, modified: number, changed: number, inode: number];

/** The stamp of a path where nothing stands. */
export const nothing: Stamp = [-1, -1, -1, -1];

/** Of the link itself, where one stands there. */
export function stampOf(path: string): Stamp {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat === undefined ? nothing : [stat.size, stat.mtimeMs, stat.ctimeMs, stat.ino];
}

export function sameStamp(a: Stamp, b: Stamp): boolean {
  return a.every((part, at) => part === b[at]);
}

/** The coarsest step of a clock that people keep projects on, and the coarsest of those that tell more than seconds. */
const steps = { seconds: 2_000, finer: 20 } as const;

/** Whether any later change of the file would change its stamp too: it was last touched before the clock's present step. */
export function isSettled([, , changed]: Stamp, now: number): boolean {
  return changed + (changed % 1000 === 0 ? steps.seconds : steps.finer) < now;
}

/** Waits until what was written at a time is settled, where the clock tells more than seconds. */
export function settle(written: number): void {
  const step = steps.finer + 2;
  const left = Math.min(written + step - Date.now(), step);
  if (left > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, left);
}
