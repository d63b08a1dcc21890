import { spawnSync } from "node:child_process";
import { patience } from "../limits/patience.ts";

/** Milliseconds and bytes of one answer. */
const mostTime = 2_000;
const mostBytes = 1 << 26;
/** A process costs more than files do: neighbours come along with the one that is asked for. */
const together = 64;

/** Reads blobs with their neighbours in this order, and keeps one bundle of them. */
export function bundles(folder: string, blobs: readonly string[]): (blob: string) => Uint8Array | undefined {
  const order = [...new Set(blobs)];
  const places = new Map(order.map((blob, at) => [blob, at]));
  let held = new Map<string, Uint8Array | undefined>();
  return (blob) => {
    if (held.has(blob)) return held.get(blob);
    const bundle = Math.floor((places.get(blob) ?? 0) / together) * together;
    const neighbours = order.slice(bundle, bundle + together);
    const read = contents(folder, neighbours);
    held =
      read === undefined
        ? new Map([[blob, contents(folder, [blob])?.[0]]])
        : new Map(neighbours.map((one, at) => [one, read[at]]));
    return held.get(blob);
  };
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
  const done = spawnSync("git", args, {
    cwd: folder,
    input,
    timeout: mostTime * patience,
    maxBuffer: mostBytes,
    windowsHide: true,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1" },
  });
  return done.status === 0 ? done.stdout : undefined;
}
