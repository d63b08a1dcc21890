import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Registry } from "../model.ts";
import { formatLock } from "./lock.ts";
import { versionPath } from "./recover.ts";
import { writeAtomic } from "./write-atomic.ts";

/**
 * Puts the frozen versions and the lock of a base registry into the folder, so that drafts can be published anew on top of
 * them: two pull requests that published the same number collide in git, and the later one is renumbered this way.
 * Versions the base does not have go; git still has them.
 * @param folder absolute path of the registry.
 */
export function takeVersions(folder: string, base: Registry): void {
  for (const subject of base.subjects.values()) {
    for (const { address, document } of subject.versions)
      writeAtomic(join(folder, versionPath(address)), document.text);
  }
  for (const path of versionFiles(folder)) {
    if (!base.lock.versions.has(path.replace("/versions/", "@").replace(/\.json$/, "")))
      rmSync(join(folder, path));
  }
  writeAtomic(
    join(folder, "waybill.lock"),
    formatLock(base.lock.versions.values(), base.lock.examples.values()),
  );
}

function versionFiles(folder: string): readonly string[] {
  const found: string[] = [];
  for (const namespace of folders(folder)) {
    for (const subject of folders(join(folder, namespace))) {
      const versions = join(folder, namespace, subject, "versions");
      if (!existsSync(versions)) continue;
      for (const name of readdirSync(versions))
        if (/^[1-9]\d*\.json$/.test(name)) found.push(`${namespace}/${subject}/versions/${name}`);
    }
  }
  return found;
}

function folders(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
