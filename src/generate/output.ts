import { readFileSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { WaybillError } from "../errors.ts";
import { type Stamp, stampOf } from "../memory/stamp.ts";
import { alive } from "../limits/index.ts";
import type { GeneratedFile } from "../model.ts";
import { describePlace, heldByTargets, isOurs, leftovers, placeOf } from "./output-folder.ts";
import { replaceFile } from "./replace-file.ts";
import { begunFor, unfinished } from "./unfinished.ts";

/** How one path on disk differs from what generating writes. */
export interface Drift {
  readonly path: string;
  /** `obstacle`: a link, or something else that a generated file does not belong below or in place of. */
  readonly state: "missing" | "changed" | "stale" | "foreign" | "obstacle";
  readonly onDisk: string | undefined;
  readonly generated: string | undefined;
  /** A temp file of a run that ended before it was done, or that may still be at work: that one is never removed. */
  readonly unfinished?: "left" | "running";
}

/**
 * Compares the output folder with what generating writes, in path order. Reads the folders of the targets and, where all
 * targets are asked for, what others left beside them.
 */
export function driftOf(
  out: string,
  targets: readonly string[],
  files: readonly GeneratedFile[],
  { whole = false }: { readonly whole?: boolean } = {},
): readonly Drift[] {
  const drift = new Map<string, Drift>();
  const add = (entry: Drift) => void (drift.has(entry.path) || drift.set(entry.path, entry));
  const addHeld = (path: string) => {
    const onDisk = readIfPresent(join(out, path));
    // Another run has put it in its place meanwhile, or removed it.
    if (onDisk === undefined) return;
    const begun = unfinished(path);
    const state = begun !== undefined || isOurs(onDisk) ? "stale" : "foreign";
    add({ path, state, onDisk, generated: undefined, ...(begun !== undefined && { unfinished: begun }) });
  };
  const expected = new Set<string>();
  const reached = (path: string) => typeof placeOf(out, path, seen) !== "object";
  const seen = { folders: new Set<string>(), nothing: new Set<string>() };
  for (const { path, text } of files) {
    expected.add(path);
    const place = placeOf(out, path, seen);
    if (typeof place === "object") {
      const { obstacle } = place;
      add({ path: obstacle, state: "obstacle", onDisk: said(out, obstacle), generated: text });
      continue;
    }
    const onDisk = place === "file" ? readIfPresent(join(out, path)) : undefined;
    if (onDisk === undefined) add({ path, state: "missing", onDisk, generated: text });
    else if (onDisk !== text && isOurs(onDisk)) add({ path, state: "changed", onDisk, generated: text });
    else if (onDisk !== text) add({ path, state: "foreign", onDisk, generated: undefined });
  }
  for (const { files: held, strange } of [
    heldByTargets(out, targets),
    ...(whole ? [leftovers(out, targets)] : []),
  ]) {
    for (const path of strange)
      add({ path, state: "obstacle", onDisk: said(out, path), generated: undefined });
    for (const path of held) if (!expected.has(path)) addHeld(path);
  }
  const elsewhere = [...expected].filter((path) => !targets.includes(path.replace(/\/.*$/, "")));
  for (const path of begunFor(out, elsewhere.filter(reached))) addHeld(path);
  return [...drift.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Writes missing and changed files and removes stale ones; leaves every other byte and timestamp alone.
 * @returns the stamp of each file written, by its full path
 * @throws WaybillError CANNOT_RUN where something stands in the way: a link would lead a write out of the folder.
 */
export function applyDrift(out: string, drift: readonly Drift[]): ReadonlyMap<string, Stamp> {
  const inTheWay = drift.find(({ state, generated }) => state === "obstacle" && generated !== undefined);
  if (inTheWay !== undefined) throw obstructed(out, inTheWay.path);
  const folders = new Map<string, string>();
  const written = new Map<string, Stamp>();
  for (const { path, state, generated, unfinished } of drift) {
    const file = join(out, path);
    if (generated !== undefined) {
      replaceFile(file, generated, folders);
      written.set(file, stampOf(file));
    } else if (state === "stale" && unfinished !== "running") {
      rmSync(file, { force: true });
      removeEmptyFolders(dirname(file), out);
    }
  }
  return written;
}

function readIfPresent(file: string): string | undefined {
  alive();
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function said(out: string, path: string): string {
  return `${describePlace(join(out, path))}\n`;
}

function obstructed(out: string, path: string): WaybillError {
  const place = join(out, path);
  return new WaybillError(
    "CANNOT_RUN",
    path === ""
      ? `the output folder is ${describePlace(place)}`
      : `"${path}" in the output folder is ${describePlace(place)}`,
    { place: { file: place }, hint: "remove what stands there; generated files are written in place only" },
  );
}

function removeEmptyFolders(folder: string, out: string): void {
  let current = folder;
  try {
    while (current !== out && current.startsWith(out)) {
      rmdirSync(current);
      current = dirname(current);
    }
  } catch (error) {
    // Not empty, or another run was quicker.
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "ENOTEMPTY" && code !== "EEXIST" && code !== "ENOENT") throw error;
  }
}
