import type { ValidationError } from "./errors.ts";

/** What `assert` and `parse` throw: every error, the first in the message. */
export class InvalidError extends Error {
  override readonly name = "InvalidError";
  readonly errors: readonly ValidationError[];

  constructor(subject: string, errors: readonly ValidationError[]) {
    const [first] = errors;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
    super(
      `not a valid ${subject}: ${first === undefined ? "" : `${first.pointer || "the document"} ${first.message}`}${more}`,
    );
    this.errors = errors;
  }
}

export function assertNone(subject: string, errors: readonly ValidationError[]): void {
  if (errors.length > 0) throw new InvalidError(subject, errors);
}

/** A JSON text as a value. */
export function parse(subject: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = `must be JSON (${cause instanceof Error ? cause.message : "unreadable"})`;
    throw new InvalidError(subject, [{ pointer: "", keyword: "json", message, params: {} }]);
  }
}
