import { resolve } from "node:path";
import { exitCode, WaybillError } from "../../errors.ts";
import { flag, requiredText } from "../arguments.ts";
import type { Command } from "../command.ts";

export const hash: Command = {
  usage: "hash <file>",
  summary: "Print the content hash and the shape of a schema file",
  examples: [
    {
      command: "hash registry/cogo.v1/JobStarted/versions/1.json",
      means: "what messages carry in schema.hash",
    },
  ],
  options: (yargs) =>
    yargs.positional("file", { type: "string", demandOption: true, describe: "A JSON Schema file" }),
  async run(args, io) {
    const { readFileStrict, readJson } = await import("../../input/index.ts");
    const { contentHash, shapeHash } = await import("../../canonical/index.ts");
    const { declaredDialect } = await import("../../schema/dialect.ts");
    const { isSchema } = await import("../../schema/children.ts");
    const { pinnedShapes } = await import("../../registry/pins.ts");
    const file = requiredText(args, "file");
    const document = readJson(readFileStrict(resolve(io.cwd, file), { file, profile: "loose" }), {
      file,
      profile: "loose",
    });
    if (!isSchema(document.value)) {
      throw new WaybillError("MALFORMED", "a schema is an object or a boolean", {
        place: document.place(""),
        hint: "name a JSON Schema file",
      });
    }
    const dialect = declaredDialect(document.value) ?? "2020-12";
    const answer = {
      hash: contentHash(document.value),
      shape: shapeHash(document.value, dialect, pinnedShapes(document.value, dialect)),
    };
    if (flag(args, "json"))
      io.out(`${JSON.stringify({ format: "waybill.hash/1", file, dialect, ...answer }, null, 2)}\n`);
    else io.out(`${answer.hash}\n${answer.shape}\n`);
    return exitCode.clean;
  },
};
