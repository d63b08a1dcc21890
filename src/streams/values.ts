import { WaybillError } from "../errors.ts";
import { bounds, readJson, readJsonLine } from "../input/index.ts";
import type { Json } from "../model.ts";
import { type Line, readLines } from "./lines.ts";

/** A value read from a file or a stream, or why there is none, and where a person finds it. */
export type Item = {
  /** One-based; for a document, the line of its first value. */
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

export interface ReadValuesOptions {
  /** Path as shown to people. */
  readonly file: string;
  /** `detect`: newline-delimited where the first line is a whole value and more follows, else one document. */
  readonly form: "lines" | "detect";
}

/** The values of a source in batches. Newline-delimited sources are never held whole; a document is, within the gate's bound. */
export async function* readValues(
  source: AsyncIterable<Uint8Array | string>,
  { file, form }: ReadValuesOptions,
): AsyncGenerator<readonly Item[]> {
  let document: Line[] | undefined;
  let asLines = form === "lines";
  let size = 0;
  for await (const batch of readLines(source)) {
    if (!asLines && document === undefined) {
      const first = batch.find(({ text, fault }) => fault !== undefined || text.trim() !== "");
      if (first === undefined) continue;
      asLines = first.fault === undefined && readJsonLine(first.text).error === undefined;
      if (!asLines) document = [];
    }
    if (document === undefined) yield batch.filter(isWritten).map(itemOf);
    else {
      document.push(...batch);
      size += batch.reduce((sum, { text }) => sum + text.length + 1, 0);
      if (size > bounds.loose.bytes) break;
    }
  }
  if (document !== undefined) yield readDocument(document, file);
}

/** Blank lines hold no value; they count as lines all the same. */
function isWritten({ text, fault }: Line): boolean {
  return fault !== undefined || text.trim() !== "";
}

function itemOf({ number, text, fault }: Line): Item {
  const lineOf = () => number;
  if (fault !== undefined)
    return { line: number, lineOf, fault: { message: fault, column: 1, hint: "restore the line" } };
  const { value, error } = readJsonLine(text);
  if (error === undefined) return { line: number, lineOf, value };
  return { line: number, lineOf, fault: { message: error.message, column: error.column, hint: error.hint } };
}

function readDocument(lines: readonly Line[], file: string): readonly Item[] {
  const bad = lines.find(({ fault }) => fault !== undefined);
  if (bad !== undefined) return [itemOf(bad)];
  try {
    const { value, place } = readJson(lines.map(({ text }) => text).join("\n"), { file, profile: "loose" });
    const lineOf = (pointer: string): number => place(pointer).line;
    return [{ line: lineOf(""), lineOf, value }];
  } catch (error) {
    if (!(error instanceof WaybillError)) throw error;
    // A first line that is damaged must not hide that the rest is newline-delimited.
    if (lines.slice(1).some(({ text }) => text.startsWith("{") && readJsonLine(text).error === undefined)) {
      return lines.filter(isWritten).map(itemOf);
    }
    const { line = 1, column = 1 } = error.place;
    return [{ line, lineOf: () => line, fault: { message: error.message, column, hint: error.hint ?? "" } }];
  }
}
