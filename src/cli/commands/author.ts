import { exitCode } from "../../errors.ts";
import { flag, text, texts } from "../arguments.ts";
import type { Command } from "../command.ts";
import { requireRegistry } from "../open.ts";

export const author: Command = {
  usage: "author [subjects...]",
  summary: "Write schema.json from TypeBox schema.ts; the only command that runs code of a registry",
  examples: [
    { command: "author", means: "write every draft whose source changed" },
    { command: "author cogo.v1/JobStarted", means: "write one" },
    { command: "author --check", means: "name stale drafts, write nothing" },
  ],
  completes: { subjects: "subjects" },
  options: (yargs) =>
    yargs
      .positional("subjects", {
        type: "string",
        array: true,
        describe: "Subjects or namespaces; all where none is named",
      })
      .option("check", { type: "boolean", describe: "Name stale drafts and exit 100; write nothing" }),
  async run(args, io) {
    const { loadConfig } = await import("../../config/load.ts");
    const { author: authorDrafts } = await import("../../author/author.ts");
    const config = loadConfig(io.cwd, text(args, "config"));
    requireRegistry(config);
    const check = flag(args, "check");
    const drafts = await authorDrafts({
      root: config.registry,
      shown: config.registryShown,
      only: texts(args, "subjects"),
      check,
    });
    const of = (state: "written" | "stale" | "unchanged") => drafts.filter((draft) => draft.state === state);
    const stale = of("stale");
    if (flag(args, "json")) {
      const members = drafts.map(({ subject, file, state }) => ({ subject, file, state }));
      io.out(`${JSON.stringify({ format: "waybill.author/1", drafts: members }, null, 2)}\n`);
    } else {
      for (const { file } of of("written")) io.done(`wrote ${file}\n`);
      for (const { file, subject } of stale) {
        io.out(`${file} is not what schema.ts says: run \`waybill author ${subject}\`\n`);
      }
      io.err(`${summary(drafts.length, of("written").length, stale.length, check)}\n`);
    }
    return stale.length > 0 ? exitCode.foundWanting : exitCode.clean;
  },
};

function summary(all: number, written: number, stale: number, check: boolean): string {
  const subjects = `${all} ${all === 1 ? "draft" : "drafts"} with a TypeBox source`;
  return check ? `${subjects}, ${stale} stale` : `${subjects}, ${written} written`;
}
