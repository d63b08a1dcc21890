import { WaybillError } from "../errors.ts";
import { readJson, readJsonLine } from "../input/index.ts";
import type { Json } from "../model.ts";
import type { Line } from "./lines.ts";

/** A value read from a file or a stream, or why there is none, and where a person finds it. */
export type Item = {
  /** One-based; for a document, the line of its value. */
  readonly line: number;
  /** The line of the value at a pointer inside this one. */
  lineOf(pointer: string): number;
} & (
  | { readonly value: Json; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: Fault }
);

export interface Fault {
  readonly message: string;
  /** One-based. */
  readonly column: number;
  readonly hint: string;
}

/** The value of one line. */
export function readLine({ number, text, fault }: Line): Item {
  const lineOf = () => number;
  if (fault !== undefined)
    return { line: number, lineOf, fault: { message: fault, column: 1, hint: "restore the line" } };
  const { value, error } = readJsonLine(text);
  if (error === undefined) return { line: number, lineOf, value };
  return { line: number, lineOf, fault: { message: error.message, column: error.column, hint: error.hint } };
}

/** The one value of several lines, which need not begin at the first line of the file. */
export function readDocument(lines: readonly Line[], file: string): Item {
  const bad = lines.find(({ fault }) => fault !== undefined);
  if (bad !== undefined) return readLine(bad);
  const before = (lines[0]?.number ?? 1) - 1;
  try {
    const { value, place } = readJson(lines.map(({ text }) => text).join("\n"), { file, profile: "loose" });
    const lineOf = (pointer: string): number => before + place(pointer).line;
    return { line: lineOf(""), lineOf, value };
  } catch (error) {
    if (!(error instanceof WaybillError)) throw error;
    const line = before + (error.place.line ?? 1);
    const fault = { message: error.message, column: error.place.column ?? 1, hint: error.hint ?? "" };
    return { line, lineOf: () => line, fault };
  }
}
