import { exitCode, WaybillError } from "../../errors.ts";
import { flag, requiredText } from "../arguments.ts";
import type { Command } from "../command.ts";
import { open } from "../open.ts";

export const accept: Command = {
  usage: "accept <fingerprint>",
  summary: "Take on a break that check found, with a reason, an owner and a last day",
  examples: [
    {
      command: 'accept 57dcb67eabed --reason "no reader is left" --owner platform --expires 2026-12-31',
      means: "merge the file it writes before the pull request that breaks",
    },
  ],
  options: (yargs) =>
    yargs
      .positional("fingerprint", { type: "string", demandOption: true, describe: "The id of the finding" })
      .option("reason", { type: "string", demandOption: true, describe: "Why breaking is right here" })
      .option("owner", { type: "string", demandOption: true, describe: "Who answers for it" })
      .option("expires", {
        type: "string",
        demandOption: true,
        describe: "Last day to publish it, e.g. 2026-12-31",
      }),
  async run(args, io) {
    const { resolve } = await import("node:path");
    const { compatibility } = await import("../../check/checks/compatibility.ts");
    const { pairOf } = await import("../../check/accept.ts");
    const { isAcceptable } = await import("../../check/acceptable.ts");
    const { candidates } = await import("../../registry/candidates.ts");
    const { acceptedPath, formatAccepted } = await import("../../registry/accepted.ts");
    const { writeAtomic } = await import("../../registry/write-atomic.ts");
    const { formats } = await import("../../formats/index.ts");
    const fingerprint = requiredText(args, "fingerprint");
    const expires = requiredText(args, "expires");
    if (formats.get("date")?.(expires) !== true) {
      throw new WaybillError("USAGE", `"${expires}" is not a day`, { hint: "write it as 2026-12-31" });
    }
    const { config, registry, problems } = await open(args, io);
    const context = { config, registry, problems, candidates: candidates(registry), wanted: () => true };
    const found = (await compatibility.run(context)).find(
      (one) => one.fingerprint === fingerprint && isAcceptable(one),
    );
    if (found?.subject == null) {
      throw new WaybillError("USAGE", `check finds no break with the id "${fingerprint}"`, {
        hint: "run `waybill check`; a break has its id beside it",
      });
    }
    const pair = pairOf(found, context);
    if (pair === undefined) throw new Error(`no pair of schemas stands behind ${fingerprint}`);
    const accepted = {
      rule: found.rule,
      subject: found.subject,
      reason: requiredText(args, "reason"),
      owner: requiredText(args, "owner"),
      expires,
    };
    const path = acceptedPath(found.subject, fingerprint);
    writeAtomic(resolve(config.registry, path), formatAccepted({ ...accepted, ...pair }));
    const file = `${config.registryShown}/${path}`;
    if (flag(args, "json"))
      io.out(
        `${JSON.stringify({ format: "waybill.accept/1", fingerprint, file, ...accepted, ...pair }, null, 2)}\n`,
      );
    else
      io.done(`wrote ${file}\nit counts once it is on the base branch: \`waybill check --against <base>\`\n`);
    return exitCode.clean;
  },
};
