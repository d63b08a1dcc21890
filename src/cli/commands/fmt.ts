import { join } from "node:path";
import { exitCode } from "../../errors.ts";
import { plural } from "../../report/order.ts";
import { flag, texts } from "../arguments.ts";
import type { Command } from "../command.ts";
import { chosen, openSound } from "../open.ts";

export const fmt: Command = {
  usage: "fmt [subjects..]",
  summary:
    "Lay out the JSON of drafts and examples: two spaces, nothing is reordered; YAML is left as written",
  examples: [
    { command: "fmt", means: "every draft and example; frozen versions are never touched" },
    { command: "fmt --check", means: "name what is laid out otherwise, exit 100 where there is any" },
  ],
  completes: { subjects: "subjects" },
  options: (yargs) =>
    yargs
      .positional("subjects", { type: "string", array: true, describe: "Subjects or namespaces" })
      .option("check", { type: "boolean", describe: "Compare instead of writing" }),
  async run(args, io) {
    const { layoutJson } = await import("../../input/layout-json.ts");
    const { writeAtomic } = await import("../../registry/write-atomic.ts");
    const { config, registry } = await openSound(args, io);
    const wanted = await chosen(registry, texts(args, "subjects"));
    const check = flag(args, "check");
    const documents = [...registry.subjects.values()]
      .filter(({ address }) => wanted?.has(address) ?? true)
      .flatMap(({ draft, validExamples, invalidExamples }) => [
        ...(draft === undefined ? [] : [draft.document]),
        ...[...validExamples, ...invalidExamples].map(({ document }) => document),
      ]);
    const other = documents.filter((document) => layoutJson(document.text) !== document.text);
    for (const { file, text: written } of check ? [] : other) {
      writeAtomic(join(config.registry, file.slice(config.registryShown.length + 1)), layoutJson(written));
    }
    const files = other.map(({ file }) => file);
    if (flag(args, "json")) {
      io.out(
        `${JSON.stringify({ format: "waybill.fmt/1", check, compared: documents.length, files }, null, 2)}\n`,
      );
    } else {
      for (const file of files) {
        if (check) io.out(`not laid out ${file}\n`);
        else io.done(`laid out ${file}\n`);
      }
      io.err(
        `${plural(documents.length, "file")}, ${check ? `${files.length} to lay out` : `${files.length} laid out`}\n`,
      );
      if (check && files.length > 0) io.err("run `waybill fmt`\n");
    }
    return check && files.length > 0 ? exitCode.foundWanting : exitCode.clean;
  },
};
