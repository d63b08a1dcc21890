import { contentHash } from "../../canonical/index.ts";
import type { Finding, Json, LockedVersion, Registry, Subject, Version } from "../../model.ts";
import { latestVersion } from "../../registry/candidates.ts";
import { pinsOf } from "../../registry/pins.ts";
import { versionPath } from "../../registry/recover.ts";
import { isSchema } from "../../schema/children.ts";
import { exampleFindings } from "../accepted-examples.ts";
import type { Check } from "../context.ts";
import { at, type FindingParts, finding } from "../finding.ts";
import { type Repairs, repairsOf } from "../repairs.ts";

/** What was frozen is as it was frozen, and the lock and the files agree. */
export const integrity: Check = {
  name: "integrity",
  summary: "frozen versions, accepted examples and the lock agree",
  run(context): readonly Finding[] {
    const { registry, problems } = context;
    const repairs = repairsOf(context);
    // Held against no lock, all would look wrong that is right.
    if (problems.some(({ place }) => place.file === registry.lock.file)) return [];
    return [
      ...[...registry.subjects.values()].flatMap((subject) => subjectFindings(registry, subject, repairs)),
      ...missingFiles(registry, repairs),
      ...exampleFindings(registry, repairs),
    ];
  },
};

function subjectFindings(registry: Registry, subject: Subject, repairs: Repairs): readonly Finding[] {
  const found: Finding[] = [];
  let expected = 1;
  for (const version of subject.versions) {
    if (version.number !== expected) found.push(gap(registry, subject, version, expected, repairs));
    expected = version.number + 1;
    found.push(...versionFindings(registry, version, repairs));
  }
  if (subject.draft === undefined && latestVersion(subject) !== undefined) {
    found.push(
      finding({
        rule: "DRAFT_MISSING",
        severity: "error",
        subject: subject.address,
        file: `${registry.root}/${subject.address}/schema.json`,
        message: "the subject has versions and no draft",
        why: "the draft is what the next version will be, and where documents take their prose",
        fix:
          repairs.restoreDraft(`${subject.address}/schema.json`) ??
          `write ${registry.root}/${subject.address}/schema.json anew, e.g. from the latest version`,
      }),
    );
  }
  return found;
}

function versionFindings(registry: Registry, version: Version, repairs: Repairs): readonly Finding[] {
  const locked = registry.lock.versions.get(version.address);
  const common = {
    severity: "error" as const,
    subject: version.subject,
    to: version.address,
    ...at(version.document, ""),
  };
  if (locked === undefined) {
    const was = renamedFrom(registry, version);
    if (was !== undefined) {
      return [
        finding({
          ...common,
          rule: "VERSION_RENAMED",
          message: `"${was}" was renamed to ${version.document.file}`,
          why: "published versions are never renamed: messages that name them could no longer be read",
          fix: `rename it back: \`mv ${version.document.file} ${registry.root}/${versionPath(was)}\``,
        }),
      ];
    }
    return [
      finding({
        ...common,
        rule: "VERSION_NOT_IN_LOCK",
        message: `"${version.address}" is not in the lock`,
        why: "only what the lock names was published; a version written by hand has no standing",
        fix:
          repairs.lockLine(version.address, version.hash) ??
          `no commit's lock names it; remove it: ${repairs.remove(versionPath(version.address))}, and publish the draft anew: \`waybill publish ${version.subject}\``,
      }),
    ];
  }
  if (locked.hash !== version.hash) return [otherHash(common, version, locked, repairs)];
  if (locked.shape !== version.shape) {
    return [
      finding({
        ...common,
        rule: "SHAPE_MISMATCH",
        message: `the lock has another shape for "${version.address}"`,
        why: `the lock says ${locked.shape}, the file's shape is ${version.shape}`,
        fix: repairs.setLine({ ...locked, shape: version.shape }),
      }),
    ];
  }
  return pinFindings(registry, version, repairs);
}

/** File and lock differ: the history says which of the two is as it was published. */
function otherHash(
  common: Pick<FindingParts, "severity" | "subject" | "to">,
  { address, hash }: Version,
  locked: LockedVersion,
  repairs: Repairs,
): Finding {
  const path = versionPath(address);
  const file = repairs.restore(path, locked.hash);
  const line = file === undefined ? repairs.lockLine(address, hash) : undefined;
  const why = `the lock says ${locked.hash}, the file hashes to ${hash}`;
  if (line !== undefined) {
    return finding({
      ...common,
      rule: "LOCK_HASH_WRONG",
      message: `the lock has another hash for "${address}" than was published`,
      why: `${why}, and so it was published`,
      fix: line,
    });
  }
  return finding({
    ...common,
    rule: "VERSION_EDITED",
    message: `"${address}" was edited after it was frozen`,
    why: `${why}; messages name the first`,
    fix: `${file ?? repairs.restoreOr(path, locked.hash)}; then put the change into the draft`,
  });
}

/** The address whose file is gone and whose content this is. */
function renamedFrom(registry: Registry, { hash }: Version): string | undefined {
  return [...registry.lock.versions.values()].find(
    (locked) =>
      locked.hash === hash &&
      !registry.subjects
        .get(locked.address.slice(0, locked.address.indexOf("@")))
        ?.versions.some(({ address }) => address === locked.address),
  )?.address;
}

/** A bundled dependency under a published address must be that version, byte for byte. */
function pinFindings(registry: Registry, version: Version, repairs: Repairs): readonly Finding[] {
  const isWrong = ({ address, schema }: ReturnType<typeof pinsOf>[number]) =>
    registry.lock.versions.get(address)?.hash !== contentHash(schema);
  const isRight = (value: Json) => isSchema(value) && !pinsOf(value, version.dialect).some(isWrong);
  return pinsOf(version.schema, version.dialect)
    .filter(isWrong)
    .map(({ address }) =>
      finding({
        rule: "PIN_MISMATCH",
        severity: "error",
        subject: version.subject,
        to: version.address,
        ...at(version.document, ""),
        message: `"${version.address}" bundles something else as "${address}"`,
        why: "a bundled dependency is the published version, verbatim",
        fix: repairs.restoreWithLock(versionPath(version.address), version.address, isRight),
      }),
    );
}

function gap(
  { root, lock }: Registry,
  subject: Subject,
  version: Version,
  expected: number,
  repairs: Repairs,
): Finding {
  const path = versionPath(`${subject.address}@${expected}`);
  const line = lock.versions.get(version.address)?.line;
  const its = line === undefined ? "" : `, and ${repairs.removeLine(line)}`;
  return finding({
    rule: "VERSION_GAP",
    severity: "error",
    subject: subject.address,
    to: version.address,
    ...at(version.document, ""),
    message: `version ${expected} is missing before version ${version.number}`,
    why: "versions are numbered without gaps, so that a reader knows none is lost",
    fix:
      repairs.restoreVersion(path, `${subject.address}@${expected}`) ??
      `no commit of this clone holds ${root}/${path}, so remove what follows it: ${repairs.remove(versionPath(version.address))}${its}`,
  });
}

function missingFiles(registry: Registry, repairs: Repairs): readonly Finding[] {
  const present = new Set(
    [...registry.subjects.values()].flatMap(({ versions }) => versions.map(({ address }) => address)),
  );
  return [...registry.lock.versions.values()]
    .filter(({ address }) => !present.has(address))
    .map((locked) => {
      const { address, hash, line } = locked;
      const path = versionPath(address);
      const common = {
        severity: "error" as const,
        subject: address.slice(0, address.indexOf("@")),
        to: address,
        file: registry.lock.file,
        line,
        column: 1,
      };
      const file = repairs.restore(path, hash);
      if (file === undefined && repairs.inGit())
        return finding({
          ...common,
          rule: "LOCK_LINE_WITHOUT_FILE",
          message: `the lock names "${address}", of which no commit of this clone has the file`,
          why: "a line of the lock stands for a frozen file; without one it promises what nobody can read",
          fix: repairs.removeLine(line),
        });
      return finding({
        ...common,
        rule: "VERSION_DELETED",
        message: `"${address}" is in the lock and its file is gone`,
        why: "published versions are never deleted or renamed: messages that name them could no longer be read",
        fix: `${file ?? repairs.restoreOr(path, hash)}; to retire it use \`waybill withdraw\` then`,
      });
    });
}
