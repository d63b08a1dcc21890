import { spawnSync } from "node:child_process";
import { bounds } from "../input/index.ts";
import { charge } from "../limits/index.ts";
import { elapsed, patience } from "../limits/patience.ts";

/** Milliseconds and bytes of one answer. */
const mostTime = 2_000;
const mostBytes = 1 << 26;
/** A process costs more than files do: neighbours come along with the one that is asked for, bytes of them. */
const together = 1 << 24;
/** Bytes beyond which nothing is read, locks included. */
const largest = bounds.loose.bytes;

/** Reads blobs with their neighbours in this order, and keeps one bundle of them. */
export function bundles(folder: string, blobs: readonly string[]): (blob: string) => Uint8Array | undefined {
  const places = bundled(folder, [...new Set(blobs)]);
  let held = new Map<string, Uint8Array | undefined>();
  return (blob) => {
    if (held.has(blob)) return held.get(blob);
    const bundle = places.get(blob);
    if (bundle === undefined) return undefined;
    const read = contents(folder, bundle);
    held = new Map(bundle.map((one, at) => [one, read?.[at]]));
    return held.get(blob);
  };
}

/** The bundle of each blob that is not too large. */
function bundled(folder: string, blobs: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sizes = git(folder, ["cat-file", "--batch-check=%(objectsize)"], `${blobs.join("\n")}\n`);
  const lines = sizes?.toString("utf8").split("\n") ?? [];
  const found = new Map<string, readonly string[]>();
  let bundle: string[] = [];
  let room = together;
  for (const [at, blob] of blobs.entries()) {
    // A word instead of a number: `missing`.
    const size = Number(lines[at]);
    if (!(size <= largest)) continue;
    room -= size;
    if (room < 0) [bundle, room] = [[], together - size];
    bundle.push(blob);
    found.set(blob, bundle);
  }
  return found;
}

/** What git knows under each of these names, in their order; undefined where it is too much to read at once. */
export function contents(
  folder: string,
  names: readonly string[],
): readonly (Uint8Array | undefined)[] | undefined {
  const output = git(folder, ["cat-file", "--batch"], `${names.join("\n")}\n`);
  if (output === undefined) return undefined;
  let offset = 0;
  return names.map(() => {
    const end = output.indexOf(10, offset);
    const [, type, size] =
      /^[0-9a-f]+ (\w+) (\d+)$/.exec(output.subarray(offset, end).toString("utf8")) ?? [];
    offset = end + 1;
    // `missing`, `ambiguous`: nothing follows.
    if (size === undefined) return undefined;
    const bytes = output.subarray(offset, offset + Number(size));
    offset += Number(size) + 1;
    return type === "blob" ? bytes : undefined;
  });
}

/** Its output; undefined where it fails, takes too long or says too much. */
export function git(folder: string, args: readonly string[], input?: string): Buffer | undefined {
  const start = performance.now();
  const done = spawnSync("git", args, {
    cwd: folder,
    input,
    timeout: mostTime * patience,
    maxBuffer: mostBytes,
    windowsHide: true,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1" },
  });
  charge(elapsed(start));
  return done.status === 0 ? done.stdout : undefined;
}
