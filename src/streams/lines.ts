/** One line of a stream of newline-delimited text, without its line end. */
export interface Line {
  /** One-based. */
  readonly number: number;
  readonly text: string;
  /** False for a last line that no line end follows: a writer may have been stopped in it. */
  readonly terminated: boolean;
  /** Why the bytes are no text; then `text` is empty. */
  readonly fault: string | undefined;
}

/** Longest line read, in bytes; what is longer is a fault and is never held. */
const longest = 16 << 20;
const newline = 0x0a;

/**
 * The lines of a byte stream, in batches as the bytes arrive. Memory is bounded by the longest line.
 * Bytes that are not UTF-8 and over-long lines are faults of their line; the stream goes on.
 */
export async function* readLines(
  source: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<readonly Line[]> {
  let held: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  for await (const piece of source) {
    const chunk = typeof piece === "string" ? Buffer.from(piece) : piece;
    const end = chunk.lastIndexOf(newline);
    if (end >= 0) {
      const block = size > longest ? undefined : Buffer.concat([...held, chunk.subarray(0, end)]);
      const lines =
        block === undefined ? afterOverlong(chunk.subarray(0, end), number) : split(block, number, true);
      number += lines.length;
      held = [chunk.subarray(end + 1)];
      size = chunk.length - end - 1;
      yield lines;
    } else {
      size += chunk.length;
      if (size > longest) held = [];
      else held.push(chunk);
    }
  }
  if (size > longest) yield [overlong(number + 1, false)];
  else if (size > 0) yield split(Buffer.concat(held), number, false);
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function split(block: Uint8Array, before: number, terminated: boolean): Line[] {
  let text: string;
  try {
    text = utf8.decode(block);
  } catch {
    return splitBytes(block).map((bytes, index) => decodeLine(bytes, before + index + 1, terminated));
  }
  return text.split("\n").map((line, index) => toLine(line, before + index + 1, terminated));
}

/** The block as lines of bytes: a fault in one must not spoil its neighbours. */
function splitBytes(block: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  let start = 0;
  for (let at = block.indexOf(newline); at >= 0; at = block.indexOf(newline, start)) {
    found.push(block.subarray(start, at));
    start = at + 1;
  }
  found.push(block.subarray(start));
  return found;
}

function decodeLine(bytes: Uint8Array, number: number, terminated: boolean): Line {
  try {
    return toLine(utf8.decode(bytes), number, terminated);
  } catch {
    return { number, text: "", terminated, fault: "the bytes of this line are not UTF-8" };
  }
}

function toLine(line: string, number: number, terminated: boolean): Line {
  if (line.length > longest) return overlong(number, terminated);
  return { number, text: line.endsWith("\r") ? line.slice(0, -1) : line, terminated, fault: undefined };
}

/** The lines of a chunk whose first line began long before it and was not held. */
function afterOverlong(chunk: Uint8Array, before: number): Line[] {
  const first = chunk.indexOf(newline);
  const rest = first < 0 ? [] : split(chunk.subarray(first + 1), before + 1, true);
  return [overlong(before + 1, true), ...rest];
}

function overlong(number: number, terminated: boolean): Line {
  return { number, text: "", terminated, fault: "the line is longer than 16 MiB" };
}
