import { existsSync } from "node:fs";
import { join } from "node:path";
import { exitCode, WaybillError } from "../../errors.ts";
import { flag, requiredText, text } from "../arguments.ts";
import type { Command } from "../command.ts";

export const newSubject: Command = {
  usage: "new <subject>",
  summary: "Begin a subject: a draft with an example accepted and one refused",
  examples: [
    { command: "new shop.v1/OrderPlaced", means: "then edit registry/shop.v1/OrderPlaced/schema.json" },
  ],
  completes: { subject: "subjects" },
  options: (yargs) =>
    yargs.positional("subject", { type: "string", demandOption: true, describe: "Its address" }),
  async run(args, io) {
    const { loadConfig } = await import("../../config/load.ts");
    const { parseAddress } = await import("../../registry/address.ts");
    const { namespaceFile, subjectFiles } = await import("../../scaffold/subject.ts");
    const { writeScaffold } = await import("../../scaffold/write.ts");
    const named = requiredText(args, "subject");
    const address = parseAddress(named);
    if (address === undefined || address.selector !== undefined) {
      throw new WaybillError("USAGE", `"${named}" is not the address of a subject`, {
        hint: 'write "shop.v1/OrderPlaced": a namespace with its major version, then a name in PascalCase',
      });
    }
    const config = loadConfig(io.cwd, text(args, "config"));
    const subject = `${address.namespace}/${address.name}`;
    if (existsSync(join(config.registry, subject))) {
      throw new WaybillError("USAGE", `there is a subject "${subject}" already`, {
        place: { file: `${config.registryShown}/${subject}` },
        hint: "change its draft, then `waybill check`",
      });
    }
    const files = [namespaceFile(address.namespace), ...subjectFiles(address)];
    const written = writeScaffold(config.registry, files).flatMap(({ path, state }) =>
      state === "written" ? [`${config.registryShown}/${path}`] : [],
    );
    if (flag(args, "json")) {
      io.out(`${JSON.stringify({ format: "waybill.new/1", subject, files: written }, null, 2)}\n`);
      return exitCode.clean;
    }
    for (const path of written) io.done(`wrote ${path}\n`);
    io.err(`\nsay in the draft what it means, then: waybill check ${subject}\n`);
    return exitCode.clean;
  },
};
