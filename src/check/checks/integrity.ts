import { contentHash } from "../../canonical/index.ts";
import type { Finding, Registry, Subject, Version } from "../../model.ts";
import { latestVersion } from "../../registry/candidates.ts";
import { pinsOf } from "../../registry/pins.ts";
import { versionPath } from "../../registry/recover.ts";
import type { Check } from "../context.ts";
import { at, finding } from "../finding.ts";

/** What was frozen is as it was frozen, and the lock and the files agree. */
export const integrity: Check = {
  name: "integrity",
  summary: "frozen versions, accepted examples and the lock agree",
  run: ({ registry, problems }): readonly Finding[] => {
    // Held against no lock, all would look wrong that is right.
    if (problems.some(({ place }) => place.file === registry.lock.file)) return [];
    return [
      ...[...registry.subjects.values()].flatMap((subject) => subjectFindings(registry, subject)),
      ...missingFiles(registry),
      ...exampleFindings(registry),
    ];
  },
};

function subjectFindings(registry: Registry, subject: Subject): readonly Finding[] {
  const found: Finding[] = [];
  let expected = 1;
  for (const version of subject.versions) {
    if (version.number !== expected) found.push(gap(subject, version, expected));
    expected = version.number + 1;
    found.push(...versionFindings(registry, version));
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
        fix: "restore schema.json from git",
      }),
    );
  }
  return found;
}

function versionFindings(registry: Registry, version: Version): readonly Finding[] {
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
          fix: `rename it back: git mv ${version.document.file} ${registry.root}/${versionPath(was)}`,
        }),
      ];
    }
    return [
      finding({
        ...common,
        rule: "VERSION_NOT_IN_LOCK",
        message: `"${version.address}" is not in the lock`,
        why: "only what the lock names was published; a version written by hand has no standing",
        fix: "remove the file and run `waybill publish`, or restore the lock from git",
      }),
    ];
  }
  if (locked.hash !== version.hash) {
    return [
      finding({
        ...common,
        rule: "VERSION_EDITED",
        message: `"${version.address}" was edited after it was frozen`,
        why: `the lock says ${locked.hash}, the file hashes to ${version.hash}; messages name the first`,
        fix: `restore it: git checkout -- ${version.document.file}; then put the change into the draft`,
      }),
    ];
  }
  if (locked.shape !== version.shape) {
    return [
      finding({
        ...common,
        rule: "SHAPE_MISMATCH",
        message: `the lock has another shape for "${version.address}"`,
        why: `the lock says ${locked.shape}, the file's shape is ${version.shape}`,
        fix: `restore ${registry.lock.file} from git; the tool alone writes it`,
      }),
    ];
  }
  return pinFindings(registry, version);
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
function pinFindings(registry: Registry, version: Version): readonly Finding[] {
  return pinsOf(version.schema, version.dialect)
    .filter(({ address, schema }) => registry.lock.versions.get(address)?.hash !== contentHash(schema))
    .map(({ address }) =>
      finding({
        rule: "PIN_MISMATCH",
        severity: "error",
        subject: version.subject,
        to: version.address,
        ...at(version.document, ""),
        message: `"${version.address}" bundles something else as "${address}"`,
        why: "a bundled dependency is the published version, verbatim",
        fix: `restore it: git checkout -- ${version.document.file}`,
      }),
    );
}

function gap(subject: Subject, version: Version, expected: number): Finding {
  return finding({
    rule: "VERSION_GAP",
    severity: "error",
    subject: subject.address,
    to: version.address,
    ...at(version.document, ""),
    message: `version ${expected} is missing before version ${version.number}`,
    why: "versions are numbered without gaps, so that a reader knows none is lost",
    fix: `restore versions/${expected}.json from git`,
  });
}

function missingFiles(registry: Registry): readonly Finding[] {
  const present = new Set(
    [...registry.subjects.values()].flatMap(({ versions }) => versions.map(({ address }) => address)),
  );
  return [...registry.lock.versions.values()]
    .filter(({ address }) => !present.has(address))
    .map(({ address, line }) =>
      finding({
        rule: "VERSION_DELETED",
        severity: "error",
        subject: address.slice(0, address.indexOf("@")),
        to: address,
        file: registry.lock.file,
        line,
        column: 1,
        message: `"${address}" is in the lock and its file is gone`,
        why: "published versions are never deleted or renamed: messages that name them could no longer be read",
        fix: `restore it: git checkout -- ${registry.root}/${versionPath(address)}; to retire it use \`waybill withdraw\``,
      }),
    );
}

function exampleFindings(registry: Registry): readonly Finding[] {
  const found: Finding[] = [];
  const present = new Map(
    [...registry.subjects.values()].flatMap(({ validExamples }) =>
      validExamples.map(
        (example) => [example.document.file.slice(registry.root.length + 1), example] as const,
      ),
    ),
  );
  for (const { path, hash, acceptedBy, line } of registry.lock.examples.values()) {
    const example = present.get(path);
    const subject = acceptedBy.slice(0, acceptedBy.indexOf("@"));
    if (example !== undefined && contentHash(example.instance) === hash) continue;
    const gone = example === undefined;
    found.push(
      finding({
        rule: gone ? "EXAMPLE_REMOVED" : "EXAMPLE_CHANGED",
        severity: "error",
        subject,
        to: acceptedBy,
        ...(gone ? { file: registry.lock.file, line, column: 1 } : at(example.document, "")),
        message: `the example "${path}" was ${gone ? "removed" : "changed"} after ${acceptedBy} accepted it`,
        why: "an accepted example is a promise that later versions keep; it may not be bent to fit them",
        fix: `restore it: git checkout -- ${registry.root}/${path}; add a new file for a new example`,
        fragments: [path],
      }),
    );
  }
  return found;
}
