import { resolve } from "node:path";
import { unitsOf } from "../../../src/generate/units.ts";
import type { Unit } from "../../../src/generate/contract.ts";
import type { LockedVersion, Subject, Version } from "../../../src/model.ts";
import { candidates } from "../../../src/registry/candidates.ts";
import { loadRegistry } from "../../../src/registry/load.ts";
import { folderTree } from "../../../src/registry/tree.ts";

/** The built-in registry as it would be published now: its versions, and its changed drafts frozen in memory. */
export function builtInUnits(): readonly Unit[] {
  const { registry } = loadRegistry(folderTree(resolve("registry"), "registry"));
  const subjects = new Map<string, Subject>(registry.subjects);
  const locked = new Map<string, LockedVersion>(registry.lock.versions);
  for (const { subject, draft, state, number, frozen } of candidates(registry).inOrder) {
    if (state === "unchanged") continue;
    const version: Version = {
      address: `${subject.address}@${number}`,
      subject: subject.address,
      number,
      document: draft.document,
      schema: frozen.schema,
      dialect: draft.dialect,
      hash: frozen.hash,
      shape: frozen.shape,
      withdrawn: false,
      barrier: false,
    };
    subjects.set(subject.address, { ...subject, versions: [...subject.versions, version] });
    locked.set(version.address, {
      address: version.address,
      hash: frozen.hash,
      shape: frozen.shape,
      flags: [],
      line: 0,
    });
  }
  return unitsOf({ ...registry, subjects, lock: { ...registry.lock, versions: locked } });
}
