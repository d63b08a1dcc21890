import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { alive } from "../limits/index.ts";
import { disk, type FileLayer } from "./files.ts";
import { tempName } from "./temp.ts";

/**
 * Replaces a file so that a reader sees the old text or the new one, whatever fails in between:
 * exclusive temp beside the target, write all, sync, size check, rename, sync the folder.
 * The temp file is removed when a step fails; what a killed process leaves, the next publish sweeps.
 */
export function writeAtomic(path: string, text: string, files: FileLayer = disk): void {
  files.makeFolder(dirname(path));
  const folder = realpathSync(dirname(path));
  const target = join(folder, basename(path));
  const temp = tempName(target);
  const bytes = new TextEncoder().encode(text);
  try {
    writeSynced(temp, bytes, files);
    files.rename(temp, target);
  } catch (error) {
    files.remove(temp);
    throw error;
  }
  files.syncFolder(folder);
}

/** Creates a file that must not exist and syncs it. @throws the layer's EEXIST where it does exist. */
export function writeSynced(path: string, bytes: Uint8Array, files: FileLayer = disk): void {
  // A slow disk may take longer for many files than a guard waits in silence.
  alive();
  const descriptor = files.create(path);
  try {
    let written = 0;
    while (written < bytes.length) {
      const count = files.write(descriptor, bytes.subarray(written));
      if (count <= 0) throw new Error(`the disk took ${written} of ${bytes.length} bytes`);
      written += count;
    }
    files.sync(descriptor);
  } finally {
    files.close(descriptor);
  }
  if (files.size(path) !== bytes.length)
    throw new Error(`the disk holds ${files.size(path)} of ${bytes.length} bytes`);
}
