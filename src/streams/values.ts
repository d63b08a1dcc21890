import { bounds, readJsonLine } from "../input/index.ts";
import { type Item, readDocument, readLine } from "./item.ts";
import { type Line, readLines } from "./lines.ts";
import { jsonBlocks } from "./markdown.ts";

/**
 * How a source holds its values. `lines`: one on each. `detect`: so where the first line is a whole value and more
 * follows, else one document. `markdown`: one in each fenced block that says it is JSON.
 */
export type Form = "lines" | "detect" | "markdown";

export interface ReadValuesOptions {
  /** Path as shown to people. */
  readonly file: string;
  readonly form: Form;
}

/** The values of a source in batches. Newline-delimited sources are never held whole; others are, within the gate's bound. */
export async function* readValues(
  source: AsyncIterable<Uint8Array | string>,
  { file, form }: ReadValuesOptions,
): AsyncGenerator<readonly Item[]> {
  let asLines = form === "lines";
  const held: Line[] = [];
  let size = 0;
  for await (const batch of readLines(source)) {
    if (!asLines && form === "detect" && held.length === 0) {
      const first = batch.find(isWritten);
      if (first === undefined) continue;
      asLines = first.fault === undefined && readJsonLine(first.text).error === undefined;
    }
    if (asLines) yield batch.filter(isWritten).map(readLine);
    else {
      held.push(...batch);
      size += batch.reduce((sum, { text }) => sum + text.length + 1, 0);
      if (size > bounds.loose.bytes) break;
    }
  }
  if (form === "markdown") yield [...jsonBlocks(held)].map((block) => readDocument(block, file));
  else if (held.length > 0) yield detected(held, file);
}

/** Blank lines hold no value; they count as lines all the same. */
function isWritten({ text, fault }: Line): boolean {
  return fault !== undefined || text.trim() !== "";
}

function detected(lines: readonly Line[], file: string): readonly Item[] {
  const document = readDocument(lines, file);
  // A first line that is damaged must not hide that the rest is newline-delimited.
  const delimited =
    document.fault !== undefined &&
    lines.slice(1).some(({ text }) => text.startsWith("{") && readJsonLine(text).error === undefined);
  return delimited ? lines.filter(isWritten).map(readLine) : [document];
}
