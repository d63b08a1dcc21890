import { realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { type ExitCode, exitCode, WaybillError } from "../errors.ts";
import { closeAccount, openAccount } from "../limits/index.ts";
import { text } from "./arguments.ts";
import type { Arguments, Command, Io } from "./command.ts";
import { complete } from "./complete.ts";
import { describeError } from "./describe-error.ts";
import { buildParser, commandIn, nameOf, withoutEmptyDefaults } from "./parser.ts";
import { usageError } from "./usage-error.ts";

/** What the process around a run is; tests pass their own. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly out: { write(text: string): unknown; isTTY?: boolean; columns?: number };
  readonly err: { write(text: string): unknown; isTTY?: boolean };
  readonly remember?: Io["remember"];
  /** How many times longer work takes here than where the limits were set; once, where nothing is said. */
  readonly ease?: number;
}

/** Runs one command line and returns its exit code. Prints every failure once, with the way out; never a stack trace. */
export async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  if (argv[0] === "--get-completions") return offer(argv.slice(1), world);
  let outcome: { command: Command; args: Arguments } | undefined;
  const parser = buildParser(world.out.columns || 100, (command, args) => {
    outcome = { command, args };
  });
  if (argv.length === 0) {
    world.err.write(`${await parser.getHelp()}\n`);
    return exitCode.usage;
  }
  try {
    await parser.parseAsync(
      argv.map(namedStdin),
      {},
      (_error: Error | undefined | null, _args: unknown, output: string) => {
        if (output !== "") world.out.write(`${withoutEmptyDefaults(output)}\n`);
      },
    );
    if (outcome === undefined && commandIn(argv) === undefined && !asksYargs(argv))
      throw new Error("a command is missing");
  } catch (error) {
    return failed(usageError(error, argv), argv, world, argv.includes("--json"));
  }
  if (outcome === undefined) return exitCode.clean;
  const { command, args } = outcome;
  openAccount(world.ease);
  try {
    return await command.run(args, ioOf(args, world));
  } catch (error) {
    return failed(error, argv, world, args["json"] === true);
  } finally {
    closeAccount();
  }
}

function failed(error: unknown, argv: readonly string[], world: World, json: boolean): ExitCode {
  const command = commandIn(argv);
  (json ? world.out : world.err).write(
    describeError(error, {
      json,
      command: command === undefined ? "usage" : nameOf(command),
      debug: world.env["WAYBILL_DEBUG"] === "1",
    }),
  );
  return error instanceof WaybillError ? error.exitCode : exitCode.couldNotRun;
}

/** `--help` and `--version` are answered by yargs itself. */
function asksYargs(argv: readonly string[]): boolean {
  return argv.some((word) => ["--help", "-h", "--version"].includes(word));
}

async function offer(typed: readonly string[], world: World): Promise<ExitCode> {
  for (const word of await complete(typed, world.cwd)) world.out.write(`${word}\n`);
  return exitCode.clean;
}

/** yargs loses a lone `-` when it reads positionals a second time; commands know standard input by this name too. */
function namedStdin(argument: string): string {
  return argument === "-" ? "/dev/stdin" : argument;
}

/** @throws WaybillError USAGE where `-C` names no folder. */
function ioOf(args: Arguments, world: World): Io {
  const named = text(args, "cwd");
  const cwd = named === undefined ? world.cwd : resolve(world.cwd, named);
  if (statSync(cwd, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new WaybillError("USAGE", `there is no folder "${named ?? cwd}"`, { hint: "-C takes a folder" });
  }
  const color = args["color"];
  const quiet = args["quiet"] === true;
  return {
    cwd: realpathSync(cwd),
    env: world.env,
    stdin: world.stdin,
    out: (said) => void world.out.write(said),
    done: (said) => void (quiet || world.out.write(said)),
    err: (said) => void (quiet || world.err.write(said)),
    wrong: (said) => void world.err.write(said),
    color: typeof color === "boolean" ? color : !world.env["NO_COLOR"] && world.out.isTTY === true,
    interactive: world.err.isTTY === true && !quiet,
    // A terminal that nobody gave a size says 0.
    width: world.out.columns || 80,
    ...(world.remember !== undefined && { remember: world.remember }),
  };
}
