import yargs, { type Argv } from "yargs";
import type { Arguments, Command } from "./command.ts";
import { commands } from "./commands/index.ts";
import { version } from "./version.ts";

const widest = 100;

/** The grammar of the command line. `chosen` is told the command and its flags; nothing is run here. */
export function buildParser(columns: number, chosen: (command: Command, args: Arguments) => void): Argv {
  let parser = globalOptions(yargs())
    .scriptName("waybill")
    .locale("en")
    .usage("$0 <command>\n\nVersioned schemas for agent messages and journals: checked, proved, generated.")
    .epilogue(
      "Exit codes: 0 clean, 100 found wanting, 1 could not run, 2 usage.\n`waybill <command> --help` shows its options and examples.",
    );
  for (const command of commands) {
    parser = parser.command({
      command: command.usage,
      describe: command.summary,
      builder: (inner: Argv) => command.options(inner).epilogue(examplesOf(command)),
      handler: (args: Arguments) => chosen(command, args),
    });
  }
  return parser
    .strict()
    .help()
    .alias("help", "h")
    .version(version)
    .wrap(Math.min(widest, Math.max(40, columns)))
    .parserConfiguration({
      "parse-numbers": false,
      "parse-positional-numbers": false,
      "boolean-negation": true,
    })
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message: string, error: Error | undefined) => {
      throw error ?? new Error(message);
    });
}

/** The options every command takes. */
export function globalOptions(parser: Argv): Argv {
  return parser
    .option("cwd", { alias: "C", type: "string", describe: "Run as if started in this folder", global: true })
    .option("config", { type: "string", describe: "Configuration file (waybill.yaml)", global: true })
    .option("json", { type: "boolean", describe: "Answer with one JSON object", global: true })
    .option("quiet", {
      alias: "q",
      type: "boolean",
      describe: "Say only what is wrong, and what was asked for",
      global: true,
    })
    .option("color", {
      type: "boolean",
      describe: "Colour, also where NO_COLOR or a pipe says no; --no-color for none",
      global: true,
    });
}

/** Help as yargs prints it, without the defaults of lists: that nothing is named goes without saying. */
export function withoutEmptyDefaults(help: string): string {
  return help
    .replaceAll(
      /\[array\]( \[default: \[\]\])/g,
      (_all, empty: string) => `${" ".repeat(empty.length)}[array]`,
    )
    .replaceAll(/ *\[default: \[\]\]/g, "");
}

/** `check` of `check [subjects..]` */
export function nameOf(command: Command): string {
  return command.usage.split(" ")[0] ?? "";
}

/** The command a line names: its first word that is one. */
export function commandIn(words: readonly string[]): Command | undefined {
  for (const word of words) {
    const found = commands.find((command) => nameOf(command) === word);
    if (found !== undefined) return found;
  }
  return undefined;
}

function examplesOf({ examples }: Command): string {
  return ["Examples:", ...examples.map(({ command, means }) => `  waybill ${command}\n      ${means}`)].join(
    "\n",
  );
}
