import type { Readable } from "node:stream";
import type { Argv } from "yargs";
import type { ExitCode } from "../errors.ts";
import type { Stamp } from "../memory/stamp.ts";

/**
 * One command, one file in `commands/`, one line in `commands/index.ts`.
 * `run` imports its room lazily, writes results with `io.out`, talks with `io.err`, and returns an exit code.
 * It may throw `WaybillError`; `main.ts` prints it and sets the code.
 */
export interface Command {
  /** yargs form, e.g. `validate <subject> <files...>`. */
  readonly usage: string;
  /** One line for `--help`. */
  readonly summary: string;
  readonly examples: readonly { readonly command: string; readonly means: string }[];
  /** What the shell may offer as the value of an option or positional, by its name. */
  readonly completes?: Readonly<Record<string, Words>>;
  options(yargs: Argv): Argv;
  run(args: Arguments, io: Io): Promise<ExitCode>;
}

/** Kinds of words that `completion` can offer; how each is found stands in `words.ts`. */
export type Words = "subjects" | "checks" | "formats" | "targets" | "rules";

/** Parsed flags by their long name in camel case. Read them with the functions in `arguments.ts`. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What a command may touch of the world, so that tests can run it in process. */
export interface Io {
  /** Absolute; `-C` is already applied. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  /** Answers and what is wrong; text is written as given. */
  out(text: string): void;
  /** What was done, or that nothing is wrong: standard output too, and nothing with `--quiet`. */
  done(text: string): void;
  /** Talk: progress, notes, what to do next; nothing with `--quiet`. */
  err(text: string): void;
  /** What is wrong, beside an answer: standard error, also with `--quiet`. */
  wrong(text: string): void;
  /** Colour may be used on standard output (`--color`, NO_COLOR, a terminal). */
  readonly color: boolean;
  /** Standard error is a terminal that can show progress. */
  readonly interactive: boolean;
  /** Columns of the terminal, 80 where unknown. */
  readonly width: number;
  /**
   * Keeps what a command says while none of the files changes; undefined where nothing is to be kept.
   * @param stamps of every file and folder the answer follows from, by full path
   */
  readonly remember?: (said: string, stamps: ReadonlyMap<string, Stamp>) => void;
}
