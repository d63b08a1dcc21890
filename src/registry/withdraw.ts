import { join } from "node:path";
import type { Registry, Version } from "../model.ts";
import { disk, type FileLayer } from "./files.ts";
import { formatLock } from "./lock.ts";
import { expected } from "./publish.ts";
import { lockText, publishing } from "./publish-lock.ts";
import { thisPublisher } from "./publisher.ts";
import { recover } from "./recover.ts";
import { writeAtomic } from "./write-atomic.ts";

/** Where the reason of a withdrawal is kept, inside the registry. */
export function withdrawalPath(address: string): string {
  return `withdrawn/${address}.yaml`;
}

/**
 * Marks a published version as withdrawn: its file stays, it leaves `latest` and the look-back, and consumers are told why.
 * @param folder absolute path of the registry.
 */
export function applyWithdraw(
  folder: string,
  registry: Registry,
  version: Version,
  reason: string,
  files: FileLayer = disk,
): void {
  recover(folder, files);
  const versions = [...registry.lock.versions.values()].map((locked) =>
    locked.address === version.address
      ? { ...locked, flags: [...locked.flags, "withdrawn" as const] }
      : locked,
  );
  const path = withdrawalPath(version.address);
  publishing(
    folder,
    { ...thisPublisher(), files: [path], before: {} },
    expected(registry, lockText(folder, files)),
    () => {
      writeAtomic(
        join(folder, path),
        `version: ${version.address}\nreason: ${JSON.stringify(reason)}\n`,
        files,
      );
      writeAtomic(join(folder, "waybill.lock"), formatLock(versions, registry.lock.examples.values()), files);
    },
    files,
  );
}

/** The latest versions of other subjects that pin a version: what its withdrawal concerns. */
export function pinnedBy(
  registry: Registry,
  address: string,
  pinsOfVersion: (version: Version) => readonly string[],
): readonly string[] {
  return [...registry.subjects.values()]
    .flatMap(({ versions }) => versions.at(-1) ?? [])
    .filter((version) => pinsOfVersion(version).includes(address))
    .map((version) => version.address);
}
