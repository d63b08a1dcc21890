/** What a command answers to the shell. The table is in docs/cli.md; nothing else sets an exit code. */
export const exitCode = { clean: 0, couldNotRun: 1, usage: 2, foundWanting: 100 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The kinds of failure, each with its exit code. */
const codes = {
  /** An input was read and is malformed: JSON, YAML, registry layout, lock. */
  MALFORMED: exitCode.foundWanting,
  /** I/O, git, a missing base, a tool that could not be run. */
  CANNOT_RUN: exitCode.couldNotRun,
  /** Flags, addresses on the command line, `waybill.yaml`. */
  USAGE: exitCode.usage,
} as const;
export type ErrorCode = keyof typeof codes;

/** Malformed files that `check` tells apart (src/check/rules). */
export type ErrorRule =
  | "LOCK_CONFLICT"
  | "LOCK_MALFORMED"
  | "LOCK_MERGED"
  | "LOCK_NEWER"
  | "PUBLISH_INTENT_MALFORMED"
  | "VERSION_MISNAMED";

export interface ErrorPlace {
  readonly file?: string | undefined;
  /** One-based. */
  readonly line?: number | undefined;
  /** One-based, in UTF-16 code units, as editors count. */
  readonly column?: number | undefined;
  /** JSON Pointer (RFC 6901) into the file's value. */
  readonly pointer?: string | undefined;
}

/**
 * The one error class: an input that cannot be read or a command that cannot run.
 * What is judged is a `Finding` and is returned, never thrown.
 */
export class WaybillError extends Error {
  override readonly name = "WaybillError";
  readonly code: ErrorCode;
  readonly place: ErrorPlace;
  /** The id of the finding it is, where it is one of its own. */
  readonly rule: ErrorRule | undefined;
  /** How to mend it, in one clause. */
  readonly hint: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { place?: ErrorPlace; rule?: ErrorRule; hint?: string; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.place = options.place ?? {};
    this.rule = options.rule;
    this.hint = options.hint;
  }

  get exitCode(): ExitCode {
    return codes[this.code];
  }
}
