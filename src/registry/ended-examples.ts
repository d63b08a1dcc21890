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
  const ends = versions.findLastIndex((version) => version.barrier && trusted(version));
  if (ends === -1) return false;
  const lastToAccept = versions.findLastIndex(({ schema, dialect }) =>
    evaluator(schema, { formats: "assert", dialect }).accepts(example.instance),
  );
  return lastToAccept !== -1 && lastToAccept < ends;
}

/** A registry whose subjects show as examples only what their newest version accepts or ought to. */
export function withoutEnded(registry: Registry): Registry {
  const { root, lock } = registry;
  const subjects = [...registry.subjects].map(([address, subject]): [string, Subject] => {
    if (!subject.versions.some(({ barrier }) => barrier)) return [address, subject];
    const validExamples = subject.validExamples.filter(
      (example) => !(isPromised(example, lock, root) && hasEnded(example, subject)),
    );
    return [address, { ...subject, validExamples }];
  });
  return { ...registry, subjects: new Map(subjects) };
}
