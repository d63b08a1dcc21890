import { type Dirent, readdirSync } from "node:fs";
import { basename, join, posix } from "node:path";
import { isAbandoned, isTemp, makerOf } from "../registry/temp.ts";

/**
 * What is known of a file that some run began to write and has not put in its place: `left` where that run is gone,
 * `running` where it may still be at work; undefined for any other file. A run that has not written yet has no such
 * files: those of its own number were left by one that had the number before, as happens in containers.
 */
export function unfinished(path: string): "left" | "running" | undefined {
  const name = basename(path);
  if (!isTemp(name)) return undefined;
  return isAbandoned(name) || makerOf(name) === process.pid ? "left" : "running";
}

/**
 * What was begun in place of these files, for a folder that is not the tool's alone: nothing else in it is looked at.
 * Regular files only. @param paths relative to `out`, with `/`; none that leads through a link.
 */
export function begunFor(out: string, paths: Iterable<string>): readonly string[] {
  const wanted = new Map<string, Set<string>>();
  for (const path of paths) {
    const folder = posix.dirname(path);
    wanted.set(folder, (wanted.get(folder) ?? new Set()).add(posix.basename(path)));
  }
  return [...wanted].flatMap(([folder, names]) =>
    entriesOf(join(out, folder))
      .filter((entry) => entry.isFile() && isTemp(entry.name) && names.has(targetOf(entry.name)))
      .map(({ name }) => posix.join(folder, name)),
  );
}

/** What a folder holds; nothing where it is gone by now: another run may tidy up at the same time. */
export function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** `.v1.ts.77.0123456789ab.waybill-tmp` was to become `v1.ts`. */
function targetOf(temp: string): string {
  return temp.slice(1).split(".").slice(0, -3).join(".");
}
