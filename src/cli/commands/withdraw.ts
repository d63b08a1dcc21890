import { exitCode, WaybillError } from "../../errors.ts";
import { parseAddress } from "../../registry/address.ts";
import { flag, requiredText } from "../arguments.ts";
import type { Command } from "../command.ts";
import { openSound, subjectNamed } from "../open.ts";

export const withdraw: Command = {
  usage: "withdraw <address>",
  summary: "Mark a bad published version: it stays readable and leaves latest",
  examples: [
    {
      command: 'withdraw cogo.v1/JobStarted@2 --reason "lease_expires_at had the wrong unit"',
      means: "its file stays, for messages that name it",
    },
  ],
  completes: { address: "subjects" },
  options: (yargs) =>
    yargs
      .positional("address", { type: "string", demandOption: true, describe: "Address of a version" })
      .option("reason", { type: "string", demandOption: true, describe: "Why, for its consumers" }),
  async run(args, io) {
    const { applyWithdraw, pinnedBy } = await import("../../registry/withdraw.ts");
    const { pinsOf } = await import("../../registry/pins.ts");
    const name = requiredText(args, "address");
    const address = parseAddress(name);
    if (address?.selector === undefined || !/^[1-9]\d*$/.test(address.selector)) {
      throw new WaybillError("USAGE", `"${name}" is not the address of a version`, {
        hint: 'write "namespace.v1/Subject@2"',
      });
    }
    const { config, registry } = await openSound(args, io);
    const subject = await subjectNamed(registry, `${address.namespace}/${address.name}`);
    const version = subject.versions.find(({ number }) => String(number) === address.selector);
    if (version === undefined)
      throw new WaybillError("USAGE", `there is no version "${name}"`, {
        hint: `see \`waybill show ${subject.address} --history\``,
      });
    if (version.withdrawn) throw new WaybillError("USAGE", `"${name}" is withdrawn already`);
    const concerned = pinnedBy(registry, version.address, ({ schema, dialect }) =>
      pinsOf(schema, dialect).map((pin) => pin.address),
    );
    applyWithdraw(config.registry, registry, version, requiredText(args, "reason"));
    if (flag(args, "json"))
      io.out(
        `${JSON.stringify({ format: "waybill.withdraw/1", version: version.address, pinnedBy: concerned }, null, 2)}\n`,
      );
    else {
      io.done(`withdrew ${version.address}\n`);
      for (const other of concerned)
        io.err(`${other} pins it: run \`waybill publish --dependents\` once a better version is out\n`);
    }
    return exitCode.clean;
  },
};
