import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeAtomic } from "../registry/write-atomic.ts";
import type { ScaffoldFile } from "./subject.ts";

/** What came of it: a file that was there already is left as it is. */
export interface Written {
  readonly path: string;
  readonly state: "written" | "kept";
}

/** Writes files below a folder. Nothing that exists is touched. @throws the disk's error where it cannot be written. */
export function writeScaffold(folder: string, files: readonly ScaffoldFile[]): readonly Written[] {
  return files.map(({ path, text }) => {
    const target = join(folder, path);
    if (existsSync(target)) return { path, state: "kept" };
    writeAtomic(target, text);
    return { path, state: "written" };
  });
}
