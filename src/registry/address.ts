/** The parts of an address: `cogo.v1/JobStarted`, `cogo.v1/JobStarted@2`, `@latest`, `@>=2`, `@sha256:<hex>`. */
export interface Address {
  readonly namespace: string;
  readonly name: string;
  /** What follows `@`; undefined where the address names the subject alone. */
  readonly selector: string | undefined;
}

const form =
  /^([a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)*\.v[1-9]\d*)\/([A-Z][A-Za-z0-9]*)(?:@(latest|(?:>=)?[1-9]\d*|sha256:[0-9a-f]{64}))?$/;

/** Reads an address; undefined where the text is none. */
export function parseAddress(text: string): Address | undefined {
  const match = form.exec(text);
  const [, namespace, name, selector] = match ?? [];
  return namespace === undefined || name === undefined ? undefined : { namespace, name, selector };
}

/** The `$id` of a frozen version: `urn:waybill:cogo.v1:JobStarted:2`. */
export function urnOf(subject: string, version: number): string {
  return `${subjectUrn(subject)}:${version}`;
}

/** How a draft refers to a subject: `urn:waybill:cogo.v1:JobStarted`. */
export function subjectUrn(subject: string): string {
  return `urn:waybill:${subject.replace("/", ":")}`;
}

const urnForm = /^urn:waybill:([^:/#]+):([^:/#]+)(?::([1-9]\d*))?$/;

/** The subject and, where the urn names one, the version. A fragment is not part of it; undefined for other URIs. */
export function parseUrn(
  uri: string,
): { readonly subject: string; readonly version: number | undefined } | undefined {
  const [, namespace, name, version] = urnForm.exec(uri) ?? [];
  if (namespace === undefined || name === undefined) return undefined;
  return { subject: `${namespace}/${name}`, version: version === undefined ? undefined : Number(version) };
}
