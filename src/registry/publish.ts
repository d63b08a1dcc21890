import { existsSync } from "node:fs";
import { join } from "node:path";
import { contentHash } from "../canonical/index.ts";
import type { JsonObject, LockedExample, LockedVersion, Registry } from "../model.ts";
import type { Candidate, Candidates } from "./candidates.ts";
import { disk, type FileLayer } from "./files.ts";
import { formatLock } from "./lock.ts";
import { lockText, publishing } from "./publish-lock.ts";
import { type Publisher, thisPublisher } from "./publisher.ts";
import { takenFrom } from "./rebase.ts";
import { subjectReferences } from "./references.ts";
import { recover, versionPath } from "./recover.ts";
import { writeAtomic } from "./write-atomic.ts";

/** What one publish freezes, dependencies first. */
export interface PublishPlan {
  readonly steps: readonly Candidate[];
  /** Versions among them whose break people took on: additive checks look back to these and no further. */
  readonly barriers?: ReadonlySet<string>;
}

/** The changed drafts among `wanted` (all, when undefined) and the changed drafts they refer to. */
export function planPublish({ inOrder }: Candidates, wanted: ReadonlySet<string> | undefined): PublishPlan {
  const byAddress = new Map(inOrder.map((candidate) => [candidate.subject.address, candidate]));
  const needed = new Set<string>();
  const need = (address: string): void => {
    const candidate = byAddress.get(address);
    if (candidate === undefined || needed.has(address)) return;
    needed.add(address);
    for (const { subject } of subjectReferences(candidate.draft.schema, candidate.draft.dialect))
      need(subject);
  };
  for (const address of wanted ?? byAddress.keys()) need(address);
  return {
    steps: inOrder.filter(({ subject, state }) => needed.has(subject.address) && state !== "unchanged"),
  };
}

/** The text of a frozen version: the author's order, two spaces, one newline at the end. */
export function formatVersion(schema: JsonObject): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

export interface PublishOptions {
  /** Takes the frozen versions of this registry first, in the same announced write; `registry` then has its lock. */
  readonly base?: Registry | undefined;
  readonly files?: FileLayer;
  readonly publisher?: Publisher;
}

/**
 * Freezes what the plan says: version files first, then the lock, each atomically, as the only publisher. What the base
 * does not have goes last, when the lock names it no more.
 * @param folder absolute path of the registry.
 * @throws WaybillError CANNOT_RUN where another publisher is at work; nothing is half-written then.
 */
export function applyPublish(
  folder: string,
  registry: Registry,
  plan: PublishPlan,
  { base, files = disk, publisher = thisPublisher() }: PublishOptions = {},
): void {
  recover(folder, files);
  const held = lockText(folder, files);
  const planned = plan.steps.map(({ subject, number, frozen }) => ({
    path: versionPath(`${subject.address}@${number}`),
    text: formatVersion(frozen.schema),
  }));
  const own = new Set(planned.map(({ path }) => path));
  const taken = base === undefined ? { writes: [], removes: [] } : takenFrom(folder, base);
  const writes = [...taken.writes.filter(({ path }) => !own.has(path)), ...planned];
  const removes = taken.removes.filter((path) => !own.has(path));
  const lock = lockAfter(registry, plan);
  if (writes.length === 0 && removes.length === 0 && lock === held) return;
  publishing(
    folder,
    {
      ...publisher,
      files: [...writes.map(({ path }) => path), ...removes],
      before: textsOf(folder, writes, files),
    },
    base === undefined ? expected(registry, held) : held,
    () => {
      for (const { path, text } of writes) writeAtomic(join(folder, path), text, files);
      writeAtomic(join(folder, "waybill.lock"), lock, files);
      for (const path of removes) files.remove(join(folder, path));
    },
    files,
  );
}

/** The lock that a registry was loaded with; a registry without one has none on the disk either. */
export function expected({ lock }: Registry, held: string | undefined): string | undefined {
  const empty = lock.versions.size === 0 && lock.examples.size === 0;
  return held === undefined && empty ? undefined : formatLock(lock.versions.values(), lock.examples.values());
}

/** What stands where something else will be written. */
function textsOf(
  folder: string,
  writes: readonly { readonly path: string }[],
  files: FileLayer,
): Readonly<Record<string, string>> {
  const present = writes.filter(({ path }) => existsSync(join(folder, path)));
  return Object.fromEntries(
    present.map(({ path }) => [path, new TextDecoder().decode(files.read(join(folder, path)))]),
  );
}

/** The lock after a plan: new versions, and every valid example with the first version that accepted it. */
export function lockAfter(registry: Registry, plan: PublishPlan): string {
  const versions = new Map<string, Omit<LockedVersion, "line">>(registry.lock.versions);
  const examples = new Map<string, Omit<LockedExample, "line">>(registry.lock.examples);
  for (const { subject, number, frozen } of plan.steps) {
    const address = `${subject.address}@${number}`;
    versions.set(address, {
      address,
      hash: frozen.hash,
      shape: frozen.shape,
      flags: plan.barriers?.has(address) ? ["barrier"] : [],
    });
  }
  const published = new Map(plan.steps.map((step) => [step.subject.address, step.number]));
  for (const subject of registry.subjects.values()) {
    const latest = published.get(subject.address) ?? subject.versions.at(-1)?.number;
    if (latest === undefined) continue;
    for (const { document, instance } of subject.validExamples) {
      const path = document.file.slice(registry.root.length + 1);
      if (examples.has(path)) continue;
      examples.set(path, { path, hash: contentHash(instance), acceptedBy: `${subject.address}@${latest}` });
    }
  }
  return formatLock(versions.values(), examples.values());
}
