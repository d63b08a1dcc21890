import type { Registry, Subject, ValidationError, Version } from "../model.ts";

/** The version of a subject whose hash an envelope names, or the error that says what the lock knows instead. */
export function versionByHash(
  registry: Registry,
  subject: Subject,
  hash: string,
  pointer: string,
):
  | { readonly version: Version; readonly error?: undefined }
  | { readonly version?: undefined; readonly error: ValidationError } {
  const wanted = `sha256:${hash}`;
  const version = subject.versions.find((candidate) => candidate.hash === wanted);
  if (version !== undefined) return { version };
  const params = { hash, subject: subject.address };
  const owner = ownerOf(registry, wanted);
  const message =
    owner === undefined
      ? `is the hash of no published version of ${subject.address}; the lock knows ${known(subject)}`
      : `is the hash of ${owner}, not of ${subject.address}; the lock knows ${known(subject)}`;
  return { error: { pointer, keyword: "hash", message, params } };
}

function ownerOf(registry: Registry, hash: string): string | undefined {
  for (const subject of registry.subjects.values()) {
    const version = subject.versions.find((candidate) => candidate.hash === hash);
    if (version !== undefined) return version.address;
  }
  return undefined;
}

function known(subject: Subject): string {
  const shown = subject.versions
    .slice(-4)
    .map(({ address, hash }) => `${address} (${hash.slice("sha256:".length)})`);
  return shown.length === 0 ? "none: it is not published yet" : shown.join(", ");
}
