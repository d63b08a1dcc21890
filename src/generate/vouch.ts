import { lstatSync } from "node:fs";
import { join } from "node:path";
import { alive } from "../limits/index.ts";
import { isSettled, nothing, type Stamp, sameStamp, settle, stampOf } from "../memory/stamp.ts";
import { entriesOf } from "./unfinished.ts";

/** Files and folders as they were before a run looked at them. */
export interface Watched {
  readonly began: number;
  readonly paths: readonly string[];
  /** Undefined where a link or a special file stands among them: that is not vouched for. */
  readonly seen: ReadonlyMap<string, Seen> | undefined;
}

/**
 * Begins to watch files, and folders with all that is below them, before they are read.
 * @param began when what named them was read
 */
export function watch(paths: readonly string[], began: number = Date.now()): Watched {
  return { began, paths, seen: look(paths) };
}

/**
 * The stamps of all that was read and written, where nothing but the run itself can have touched it meanwhile and any
 * later change will show; undefined otherwise: then the next run may be vouched for.
 * @param written stamps taken as each file was written. @param expected files that must stand there now
 */
export function vouch(
  read: Watched,
  wrote: Watched,
  written: ReadonlyMap<string, Stamp>,
  expected: readonly string[],
): ReadonlyMap<string, Stamp> | undefined {
  const inputs = look(read.paths);
  const last = [...written.values()].at(-1);
  if (last !== undefined) settle(last[2]);
  const ended = Date.now();
  const outputs = look(wrote.paths);
  if (inputs === undefined || outputs === undefined) return undefined;
  const asRead =
    inputs.size === read.seen?.size && [...inputs].every(([path, now]) => isStill(now, path, read));
  // What stands in a folder is accounted for file by file; that nothing is added to it, its stamp tells from here on.
  const asWritten = [...outputs].every(([path, now]) => {
    const stamp = written.get(path);
    if (stamp !== undefined) return sameStamp(now.stamp, stamp) && isSettled(stamp, ended);
    return now.folder ? isSettled(now.stamp, ended) : isStill(now, path, wrote);
  });
  if (!asRead || !asWritten || !expected.every((path) => outputs.get(path)?.folder === false))
    return undefined;
  return new Map([...inputs, ...outputs].map(([path, { stamp }]) => [path, stamp]));
}

function isStill({ stamp }: Seen, path: string, { seen, began }: Watched): boolean {
  const was = seen?.get(path);
  return was !== undefined && sameStamp(stamp, was.stamp) && isSettled(stamp, began);
}

interface Seen {
  readonly stamp: Stamp;
  readonly folder: boolean;
}

/** Stamps of these paths and of all below them; undefined where a link or a special file stands. */
function look(paths: readonly string[]): ReadonlyMap<string, Seen> | undefined {
  const seen = new Map<string, Seen>();
  const visit = (folder: string): boolean => {
    alive();
    // First the stamp, then the names: what is added in between changes it.
    const stamp = stampOf(folder);
    seen.set(folder, { stamp, folder: true });
    return (
      stamp !== nothing &&
      entriesOf(folder).every((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return visit(path);
        seen.set(path, { stamp: stampOf(path), folder: false });
        return entry.isFile() && seen.get(path)?.stamp !== nothing;
      })
    );
  };
  const clear = paths.every((path) => {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) return visit(path);
    seen.set(path, { stamp: stampOf(path), folder: false });
    return stat === undefined || stat.isFile();
  });
  return clear ? seen : undefined;
}
