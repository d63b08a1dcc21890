import {
  closeSync,
  constants,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";

/** What publishing does to a disk. Tests put a layer here that fails, and one that forgets what was not synced. */
export interface FileLayer {
  /** Creates a file that must not exist and returns its descriptor. */
  create(path: string): number;
  /** Writes as much as the disk takes; returns the bytes written. */
  write(descriptor: number, bytes: Uint8Array): number;
  sync(descriptor: number): void;
  close(descriptor: number): void;
  size(path: string): number;
  rename(from: string, to: string): void;
  /** Gives a file a second name; fails where that name is taken. */
  link(from: string, to: string): void;
  remove(path: string): void;
  makeFolder(path: string): void;
  syncFolder(path: string): void;
  read(path: string): Uint8Array;
}

export const disk: FileLayer = {
  create: (path) =>
    openSync(
      path,
      constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0),
      0o644,
    ),
  write: (descriptor, bytes) => writeSync(descriptor, bytes),
  sync: fsyncSync,
  close: closeSync,
  size: (path) => statSync(path).size,
  rename: renameSync,
  link: linkSync,
  remove: (path) => rmSync(path, { force: true }),
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  syncFolder(path) {
    // Windows cannot open folders; there a rename is durable by itself.
    if (process.platform === "win32") return;
    const descriptor = openSync(path, constants.O_RDONLY);
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  },
  read: (path) => readFileSync(path),
};
