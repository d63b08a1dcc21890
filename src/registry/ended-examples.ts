import { contentHash } from "../canonical/index.ts";
import { evaluator } from "../evaluate/index.ts";
import type { Example, Lock, Registry, Subject, Version } from "../model.ts";

/** Whether a lock holds an example as it stands: a promise that later versions keep. */
export function isPromised({ document, instance }: Example, lock: Lock, root: string): boolean {
  const locked = lock.examples.get(document.file.slice(root.length + 1));
  return locked !== undefined && contentHash(instance) === locked.hash;
}

/**
 * Whether the promise of an accepted example has ended: a version accepted it, a later one that was published as an
 * accepted break refuses it, and so does every version since.
 * @param trusted which barriers count, where the lock's own word is not enough.
 */
export function hasEnded(
  example: Example,
  { versions }: Subject,
  trusted: (version: Version) => boolean = () => true,
): boolean {
  // A barrier that was withdrawn with all that came after it was taken back.
  const latest = versions.findLastIndex(({ withdrawn }) => !withdrawn);
  const ends = versions.findLastIndex((version, at) => at <= latest && version.barrier && trusted(version));
  if (ends === -1) return false;
  const lastToAccept = versions.findLastIndex(({ schema, dialect }) =>
    evaluator(schema, { formats: "assert", dialect }).accepts(example.instance),
  );
  return lastToAccept !== -1 && lastToAccept < ends;
}

/**
 * For each version the accepted examples whose promise had ended by then: it is not to be shown with them, while those
 * that accept them are. Versions without any are left out.
 */
export function endedBy(
  { versions, validExamples }: Subject,
  { root, lock }: Pick<Registry, "root" | "lock">,
): ReadonlyMap<Version, ReadonlySet<Example>> {
  const ended = new Map<Version, ReadonlySet<Example>>();
  if (!versions.some(({ barrier }) => barrier)) return ended;
  const promised = validExamples.filter((example) => isPromised(example, lock, root));
  const [before, since] = [new Set<Example>(), new Set<Example>()];
  for (const version of versions) {
    if (version.barrier) {
      for (const example of since) before.add(example);
      since.clear();
    }
    const { accepts } = evaluator(version.schema, { formats: "assert", dialect: version.dialect });
    for (const example of promised) if (accepts(example.instance)) since.add(example);
    const gone = new Set([...before].filter((example) => !since.has(example)));
    if (gone.size > 0) ended.set(version, gone);
  }
  return ended;
}
