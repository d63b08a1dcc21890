import { exitCode, WaybillError } from "../../errors.ts";
import type { Subject, Version } from "../../model.ts";
import { type Address, parseAddress } from "../../registry/address.ts";
import { latestVersion } from "../../registry/candidates.ts";
import { flag, requiredText } from "../arguments.ts";
import type { Command } from "../command.ts";
import { openSound, subjectNamed } from "../open.ts";

export const show: Command = {
  usage: "show <subject>",
  summary: "Show one version of a subject, or its history",
  examples: [
    { command: "show cogo.v1/JobStarted", means: "the latest version" },
    { command: "show cogo.v1/JobStarted@1", means: "a version; @latest, @>=1 and @sha256:<hex> work too" },
    { command: "show cogo.v1/JobStarted --history", means: "every version with its hash" },
  ],
  completes: { subject: "subjects" },
  options: (yargs) =>
    yargs
      .positional("subject", { type: "string", demandOption: true, describe: "An address" })
      .option("history", { type: "boolean", describe: "List the versions instead" }),
  async run(args, io) {
    const name = requiredText(args, "subject");
    const address = parseAddress(name);
    if (address === undefined)
      throw new WaybillError("USAGE", `"${name}" is not an address`, {
        hint: 'write "namespace.v1/Subject" or "namespace.v1/Subject@2"',
      });
    const { registry } = await openSound(args, io);
    const subject = await subjectNamed(registry, `${address.namespace}/${address.name}`);
    if (flag(args, "history")) {
      io.out(flag(args, "json") ? historyJson(subject) : historyText(subject));
      return exitCode.clean;
    }
    const version = select(subject, address.selector);
    const text = JSON.stringify(version.schema, null, 2);
    if (flag(args, "json")) {
      const { hash, shape, withdrawn, number } = version;
      io.out(
        `${JSON.stringify({ format: "waybill.show/1", subject: subject.address, version: number, hash, shape, withdrawn, schema: version.schema }, null, 2)}\n`,
      );
    } else io.out(`${text}\n`);
    return exitCode.clean;
  },
};

/** The version a selector means. @throws WaybillError USAGE where there is none. */
export function select(subject: Subject, selector: Address["selector"]): Version {
  const version = find(subject, selector);
  if (version !== undefined) return version;
  const known = subject.versions.map(({ number }) => `@${number}`).join(", ");
  throw new WaybillError("USAGE", `"${subject.address}" has no version "@${selector ?? "latest"}"`, {
    hint: known === "" ? "it is a draft; publish it first" : `it has ${known}`,
  });
}

function find(subject: Subject, selector: string | undefined): Version | undefined {
  if (selector === undefined || selector === "latest") return latestVersion(subject);
  if (selector.startsWith("sha256:")) return subject.versions.find(({ hash }) => hash === selector);
  if (selector.startsWith(">=")) {
    const latest = latestVersion(subject);
    return latest !== undefined && latest.number >= Number(selector.slice(2)) ? latest : undefined;
  }
  return subject.versions.find(({ number }) => number === Number(selector));
}

function historyText(subject: Subject): string {
  return subject.versions
    .map(
      ({ number, hash, shape, withdrawn, barrier }) =>
        `@${number}  ${hash}  ${shape}${withdrawn ? "  withdrawn" : ""}${barrier ? "  barrier" : ""}\n`,
    )
    .join("");
}

function historyJson(subject: Subject): string {
  const versions = subject.versions.map(({ number, hash, shape, withdrawn, barrier }) => ({
    version: number,
    hash,
    shape,
    withdrawn,
    barrier,
  }));
  return `${JSON.stringify({ format: "waybill.show/1", subject: subject.address, versions }, null, 2)}\n`;
}
