import type { Registry, Subject, Version } from "../model.ts";

/** Published on this side and not on the base; none where nothing is compared with. */
export function freshVersions({ versions }: Subject, base: Registry | undefined): readonly Version[] {
  return base === undefined ? [] : versions.filter(({ address }) => !base.lock.versions.has(address));
}
