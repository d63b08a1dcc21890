import { WaybillError } from "../errors.ts";
import type { Registry, Subject, Version } from "../model.ts";
import { parseAddress } from "../registry/address.ts";
import { closest } from "../config/closest.ts";

/**
 * The subject an address names, and its version where the address selects one; `@latest` and no selector leave it open.
 * @throws WaybillError USAGE for what is no address, or names no subject or version of this registry.
 */
export function selectVersion(
  registry: Registry,
  text: string,
): { readonly subject: Subject; readonly version: Version | undefined } {
  const address = parseAddress(text);
  if (address === undefined) {
    throw new WaybillError("USAGE", `"${text}" is not the address of a subject`, {
      hint: "write it as cogo.v1/JobStarted, or with a version as cogo.v1/JobStarted@2",
    });
  }
  const name = `${address.namespace}/${address.name}`;
  const subject = registry.subjects.get(name);
  if (subject === undefined) {
    const near = closest(name, registry.subjects.keys());
    const hint = near === undefined ? "`waybill list` shows what there is" : `did you mean "${near}"?`;
    throw new WaybillError("USAGE", `there is no subject "${name}"`, { hint });
  }
  const { selector } = address;
  if (selector === undefined || selector === "latest") return { subject, version: undefined };
  const version = pick(subject, selector);
  if (version !== undefined) return { subject, version };
  const known = subject.versions.map(({ number }) => `@${number}`).join(", ");
  throw new WaybillError("USAGE", `${name} has no version "@${selector}"`, {
    hint: known === "" ? "it is not published yet" : `it has ${known}`,
  });
}

function pick({ versions }: Subject, selector: string): Version | undefined {
  if (selector.startsWith("sha256:")) return versions.find(({ hash }) => hash === selector);
  if (!selector.startsWith(">=")) return versions.find(({ number }) => number === Number(selector));
  const least = Number(selector.slice(2));
  return versions.findLast(({ number, withdrawn }) => number >= least && !withdrawn);
}
