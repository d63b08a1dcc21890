import { WaybillError } from "../errors.ts";
import { alive, grantForFile } from "../limits/index.ts";
import type { Bounds } from "./bounds.ts";
import { Fault, located } from "./fault.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The text of a source within its size bound.
 * @throws WaybillError MALFORMED: too large, a byte order mark, bytes that are not UTF-8, unpaired surrogates.
 */
export function decode(source: string | Uint8Array, file: string, bounds: Bounds): string {
  const size = typeof source === "string" ? Buffer.byteLength(source) : source.byteLength;
  if (size > bounds.bytes) throw tooLarge(file, size, bounds);
  grantForFile(size);
  alive();
  const text = typeof source === "string" ? source : decodeBytes(source, file);
  return located(file, text, () => {
    if (text.startsWith("\uFEFF"))
      throw new Fault("the file begins with a byte order mark", 0, "", "save it as UTF-8 without BOM");
    // Decoded bytes are well-formed by construction.
    if (typeof source === "string") refuseLoneSurrogates(text);
    return text;
  });
}

/** What a file larger than its bound is told. */
export function tooLarge(file: string, size: number, { bytes }: Bounds): WaybillError {
  return new WaybillError("MALFORMED", `the file has ${size} bytes, more than the ${bytes} allowed`, {
    place: { file, line: 1, column: 1, pointer: "" },
    hint: "split it, or move generated content out of it",
  });
}

function refuseLoneSurrogates(text: string): void {
  const at = text.search(/\p{Surrogate}/u);
  if (at !== -1) throw new Fault("a surrogate stands alone", at, "", "write the whole character");
}

function decodeBytes(bytes: Uint8Array, file: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    const valid = lenient.decode(bytes.subarray(0, validPrefix(bytes)));
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const message = utf16 ? "the file is UTF-16, not UTF-8" : "the bytes here are not UTF-8";
    return located(file, valid, () => {
      throw new Fault(message, valid.length, "", "save the file as UTF-8");
    });
  }
}

/** Length of the longest prefix that is UTF-8, by halving: a prefix is good when decoding it as a stream does not fail. */
function validPrefix(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (startsValid(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  // A stream may end inside a character: step back to where that character began.
  while (good > 0 && !decodes(bytes.subarray(0, good))) good -= 1;
  return good;
}

function startsValid(bytes: Uint8Array): boolean {
  return decodes(bytes, { stream: true });
}

function decodes(bytes: Uint8Array, options?: { stream: boolean }): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, options);
    return true;
  } catch {
    return false;
  }
}
