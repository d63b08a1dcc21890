import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from "node:fs";
import { WaybillError } from "../errors.ts";
import { bounds, type Profile } from "./bounds.ts";
import { tooLarge } from "./decode.ts";

export interface ReadFileOptions {
  /** Path as shown to people; the path itself where absent. */
  readonly file?: string;
  readonly profile: Profile;
}

/**
 * The bytes of a regular file within its size bound. The last step of the path may not be a link; whoever walks a
 * tree checks the folders. Never waits: FIFOs and devices are refused before and after opening.
 * @throws WaybillError CANNOT_RUN where it is absent or unreadable, MALFORMED where it is no regular file or too large
 */
export function readFileStrict(path: string, { file = path, profile }: ReadFileOptions): Uint8Array {
  refuseUnlessRegular(
    attempt(file, () => lstatSync(path)),
    file,
    profile,
  );
  // The file can be swapped after the look: open without following or waiting, then look again.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const descriptor = attempt(file, () => openSync(path, flags));
  try {
    const stats = attempt(file, () => fstatSync(descriptor));
    refuseUnlessRegular(stats, file, profile);
    return attempt(file, () => readAtMost(descriptor, stats.size, file, profile));
  } finally {
    closeSync(descriptor);
  }
}

function refuseUnlessRegular(stats: Stats, file: string, profile: Profile): void {
  const kind = kindOf(stats);
  if (kind !== undefined)
    throw new WaybillError("MALFORMED", `the path is ${kind}, not a regular file`, {
      place: { file },
      hint: "put the content itself there",
    });
  if (stats.size > bounds[profile].bytes) throw tooLarge(file, stats.size, bounds[profile]);
}

function kindOf(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isSymbolicLink()) return "a symbolic link";
  if (stats.isDirectory()) return "a folder";
  if (stats.isFIFO()) return "a named pipe";
  return stats.isSocket() ? "a socket" : "a device";
}

/** One for all files: most are far smaller. */
const page = Buffer.allocUnsafe(1 << 16);

/** Reads to the end; a file that grows past the bound meanwhile is refused, not followed. */
function readAtMost(descriptor: number, expected: number, file: string, profile: Profile): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const read = readSync(descriptor, page, 0, page.length, null);
    size += read;
    if (size > bounds[profile].bytes) throw tooLarge(file, size, bounds[profile]);
    if (read > 0) chunks.push(Buffer.from(page.subarray(0, read)));
    // Less than was asked for, and as much as there should be: another look would find the end. Some files say 0.
    if (read === 0 || (read < page.length && expected > 0 && size >= expected))
      return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
  }
}

function attempt<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof WaybillError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const message =
      code === "ENOENT" ? "there is no such file" : `the file cannot be read (${code || error})`;
    throw new WaybillError("CANNOT_RUN", message, { place: { file }, cause: error });
  }
}
