import { WaybillError } from "../errors.ts";
import { placeAt } from "./place.ts";

/** Why a text is refused and where; it becomes a `WaybillError` once the file is known. */
export class Fault extends Error {
  override readonly name = "Fault";
  /** UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly pointer: string;
  readonly hint: string;

  constructor(message: string, offset: number, pointer: string, hint: string) {
    super(message);
    this.offset = offset;
    this.pointer = pointer;
    this.hint = hint;
  }
}

/** Runs `read`; a fault in it is thrown on as MALFORMED with line and column. */
export function located<T>(file: string, text: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { line, column } = placeAt(text, error.offset);
    throw new WaybillError("MALFORMED", error.message, {
      place: { file, line, column, pointer: error.pointer },
      hint: error.hint,
    });
  }
}
