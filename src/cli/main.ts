import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import yargs, { type Argv } from "yargs";
import { type ExitCode, exitCode, WaybillError } from "../errors.ts";
import type { Arguments, Command, Io } from "./command.ts";
import { commands } from "./commands/index.ts";
import { describeError } from "./describe-error.ts";
import { version } from "./version.ts";

/** What the process around a run is; tests pass their own. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly out: { write(text: string): unknown; isTTY?: boolean; columns?: number };
  readonly err: { write(text: string): unknown; isTTY?: boolean };
}

/** Runs one command line and returns its exit code. Prints every failure once, with the way out; never a stack trace. */
export async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  let outcome: { command: Command; args: Arguments } | undefined;
  const parser = build((command, args) => {
    outcome = { command, args };
  });
  try {
    await parser.parseAsync(
      argv.map(namedStdin),
      {},
      (_error: Error | undefined | null, _args: unknown, output: string) => {
        if (output !== "") world.out.write(`${output}\n`);
      },
    );
  } catch (error) {
    return usage(error, world);
  }
  if (outcome === undefined) return exitCode.clean;
  const { command, args } = outcome;
  try {
    requireFolder(args);
    return await command.run(args, ioOf(args, world));
  } catch (error) {
    const json = args["json"] === true;
    (json ? world.out : world.err).write(
      describeError(error, { json, command: nameOf(command), debug: world.env["WAYBILL_DEBUG"] === "1" }),
    );
    return error instanceof WaybillError ? error.exitCode : exitCode.couldNotRun;
  }
}

/** yargs loses a lone `-` when it reads positionals a second time; commands know standard input by this name too. */
function namedStdin(argument: string): string {
  return argument === "-" ? "/dev/stdin" : argument;
}

function build(chosen: (command: Command, args: Arguments) => void): Argv {
  let parser = yargs()
    .scriptName("waybill")
    .locale("en")
    .usage("$0 <command>\n\nVersioned schemas for agent messages and journals: checked, proved, generated.")
    .option("cwd", { alias: "C", type: "string", describe: "Run as if started in this folder", global: true })
    .option("config", { type: "string", describe: "Configuration file (waybill.yaml)", global: true })
    .option("json", { type: "boolean", describe: "Answer with one JSON object", global: true })
    .option("quiet", { alias: "q", type: "boolean", describe: "Say nothing but the result", global: true })
    .option("color", {
      type: "boolean",
      describe: "Colour, also where NO_COLOR or a pipe says no",
      global: true,
    })
    .epilogue(
      "Exit codes: 0 clean, 100 found wanting, 1 could not run, 2 usage.\nDocs: docs/ in the repository.",
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
    .completion("completion", "Print a completion script for your shell")
    .demandCommand(1, "Name a command.")
    .recommendCommands()
    .strict()
    .help()
    .alias("help", "h")
    .version(version)
    .wrap(100)
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

function examplesOf({ examples }: Command): string {
  return ["Examples:", ...examples.map(({ command, means }) => `  waybill ${command}\n      ${means}`)].join(
    "\n",
  );
}

function requireFolder(args: Arguments): void {
  const cwd = args["cwd"];
  if (typeof cwd !== "string" || statSync(cwd, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new WaybillError("USAGE", `there is no folder "${cwd}"`, { hint: "-C takes a folder" });
}

function usage(error: unknown, world: World): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  world.err.write(
    describeError(new WaybillError("USAGE", message, { hint: "see `waybill --help`" }), {
      json: false,
      command: "",
      debug: false,
    }),
  );
  return exitCode.usage;
}

function ioOf(args: Arguments, world: World): Io {
  const cwd = args["cwd"];
  const color = args["color"];
  const wanted = typeof color === "boolean" ? color : !world.env["NO_COLOR"] && world.out.isTTY === true;
  return {
    cwd: typeof cwd === "string" ? resolve(world.cwd, cwd) : world.cwd,
    env: world.env,
    stdin: world.stdin,
    out: (text) => void world.out.write(text),
    err: (text) => void (args["quiet"] === true || world.err.write(text)),
    color: wanted,
    interactive: world.err.isTTY === true && args["quiet"] !== true,
    width: world.out.columns ?? 80,
  };
}

function nameOf(command: Command): string {
  return command.usage.split(" ")[0] ?? "";
}
