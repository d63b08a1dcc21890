import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { tempName } from "../registry/temp.ts";

/** A file that is written piece by piece and appears only when all of it is there. */
export interface Sink {
  write(text: string): void;
  /** Puts the file in its place. */
  commit(): void;
  /** Removes what was not committed. */
  close(): void;
}

/** Opens a sink beside its target. @throws the disk's error where the folder cannot be written. */
export function openSink(path: string): Sink {
  mkdirSync(dirname(path), { recursive: true });
  const target = join(realpathSync(dirname(path)), basename(path));
  const temp = tempName(target);
  const descriptor = openSync(temp, "wx", 0o644);
  let open = true;
  return {
    write(text) {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    },
    commit() {
      fsyncSync(descriptor);
      closeSync(descriptor);
      open = false;
      renameSync(temp, target);
    },
    close() {
      if (!open) return;
      closeSync(descriptor);
      rmSync(temp, { force: true });
    },
  };
}
