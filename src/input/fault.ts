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

const markerIn = /^(?:<{7}|={7}|>{7}|\|{7})(?= |$)/m;
/** There a line of seven "=" alone may be prose; half a merge still has one of the others. */
const markerInYaml = /^(?:<{7}|>{7}|\|{7})(?= |$)/m;

/** Runs `read`; a fault in it is thrown on as MALFORMED with line and column. */
export function located<T>(file: string, text: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const marker = text.search(/\.ya?ml$/.test(file) ? markerInYaml : markerIn);
    if (marker !== -1) throw unmerged(file, text, marker);
    const { line, column } = placeAt(text, error.offset);
    throw new WaybillError("MALFORMED", error.message, {
      place: { file, line, column, pointer: error.pointer },
      hint: error.hint,
    });
  }
}

/** Whatever the parser stumbled over: both sides of a merge stand in the file, and none of its syntax is to be mended. */
function unmerged(file: string, text: string, marker: number): WaybillError {
  return new WaybillError("MALFORMED", "a merge conflict is left in the file", {
    place: { file, ...placeAt(text, marker), pointer: "" },
    hint: 'resolve the merge first: keep one side or join both, and remove the "<<<<<<<", "=======" and ">>>>>>>" lines; `git status` lists the files; then run this again',
  });
}
