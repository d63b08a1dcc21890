import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { exitCode, WaybillError } from "../../errors.ts";
import { flag, text } from "../arguments.ts";
import type { Command } from "../command.ts";

export const init: Command = {
  usage: "init",
  summary: "Begin a registry here: settings, an example subject, a CI workflow",
  examples: [
    { command: "init", means: "in the root of a repository; nothing that exists is overwritten" },
    { command: "init --namespace shop.v1", means: "with a namespace of yours" },
  ],
  options: (yargs) =>
    yargs.option("namespace", { type: "string", describe: "Name of the first namespace (example.v1)" }),
  async run(args, io) {
    const { parseAddress } = await import("../../registry/address.ts");
    const { projectFiles } = await import("../../scaffold/project.ts");
    const { writeScaffold } = await import("../../scaffold/write.ts");
    const namespace = text(args, "namespace") ?? "example.v1";
    if (parseAddress(`${namespace}/Subject`) === undefined) {
      throw new WaybillError("USAGE", `"${namespace}" is not the name of a namespace`, {
        hint: 'write it in lower case with a major version: "shop.v1"',
      });
    }
    const taken = ["waybill.yaml", "registry"].find((path) => existsSync(resolve(io.cwd, path)));
    if (taken !== undefined) {
      throw new WaybillError("USAGE", `there is "${taken}" here already`, {
        hint: "`waybill new <subject>` adds to a registry",
      });
    }
    const files = writeScaffold(io.cwd, projectFiles(namespace));
    if (flag(args, "json")) {
      io.out(`${JSON.stringify({ format: "waybill.init/1", namespace, files }, null, 2)}\n`);
      return exitCode.clean;
    }
    for (const { path, state } of files) io.done(`${state === "kept" ? "kept " : "wrote"} ${path}\n`);
    io.err(
      `\nnext:
  waybill publish     freezes ${namespace}/Greeting as version 1
  waybill generate    writes its types, validator and postcard
  waybill check       what a pull request must pass
`,
    );
    return exitCode.clean;
  },
};
