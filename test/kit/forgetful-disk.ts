import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { disk, type FileLayer } from "../../src/registry/files.ts";

/** A disk that fails at its nth step and, when the power goes, forgets whatever was not synced. */
export interface ForgetfulDisk {
  readonly files: FileLayer;
  /** Steps taken so far. */
  steps(): number;
  /** The names of the steps, in order. */
  readonly log: readonly string[];
  /** Undoes every write and every change of a folder that was not synced. */
  losePower(): void;
}

export class DiskFailure extends Error {}

/** @param failAt the step, from 1, that throws instead of being done; 0 for none. */
export function forgetfulDisk(failAt: number): ForgetfulDisk {
  const log: string[] = [];
  const open = new Map<number, string>();
  const unsyncedFiles = new Set<string>();
  /** Changes of a folder since it was last synced, newest last, each with its undoing. */
  const unsyncedNames = new Map<string, (() => void)[]>();

  const step = <T>(name: string, act: () => T): T => {
    log.push(name);
    if (log.length === failAt) throw new DiskFailure(`step ${failAt} failed: ${name}`);
    return act();
  };
  const remember = (path: string, act: () => void): void => {
    const before = existsSync(path) ? readFileSync(path) : undefined;
    act();
    const undo = () => (before === undefined ? rmSync(path, { force: true }) : writeFileSync(path, before));
    unsyncedNames.set(dirname(path), [...(unsyncedNames.get(dirname(path)) ?? []), undo]);
  };

  const files: FileLayer = {
    create: (path) =>
      step(`create ${basename(path)}`, () => {
        let descriptor = -1;
        remember(path, () => {
          descriptor = disk.create(path);
        });
        open.set(descriptor, path);
        unsyncedFiles.add(path);
        return descriptor;
      }),
    // Half at a time: a disk may take less than it is given.
    write: (descriptor, bytes) =>
      step("write", () => disk.write(descriptor, bytes.subarray(0, Math.ceil(bytes.length / 2)))),
    sync: (descriptor) =>
      step("sync", () => {
        disk.sync(descriptor);
        unsyncedFiles.delete(open.get(descriptor) ?? "");
      }),
    close: disk.close,
    size: disk.size,
    rename: (from, to) =>
      step(`rename ${basename(to)}`, () => {
        const lost = unsyncedFiles.delete(from);
        remember(to, () => remember(from, () => disk.rename(from, to)));
        if (lost) unsyncedFiles.add(to);
      }),
    link: (from, to) => step(`link ${basename(to)}`, () => remember(to, () => disk.link(from, to))),
    remove: (path) => step(`remove ${basename(path)}`, () => remember(path, () => disk.remove(path))),
    makeFolder: disk.makeFolder,
    syncFolder: (path) =>
      step("sync folder", () => {
        disk.syncFolder(path);
        unsyncedNames.delete(path);
      }),
    read: disk.read,
  };

  return {
    files,
    steps: () => log.length,
    log,
    losePower() {
      for (const path of unsyncedFiles) if (existsSync(path)) writeFileSync(path, "");
      for (const undoings of unsyncedNames.values()) for (const undo of undoings.reverse()) undo();
    },
  };
}

/** The registry folder of a scratch project. */
export function registryOf(folder: string): string {
  return join(folder, "registry");
}
