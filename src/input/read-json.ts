import type { Json, SourceDocument } from "../model.ts";
import { bounds, type Profile } from "./bounds.ts";
import { decode } from "./decode.ts";
import { Fault, located } from "./fault.ts";
import { locateJson } from "./locate-json.ts";
import { placeAt } from "./place.ts";
import { scanJson } from "./scan-json.ts";

export interface ReadOptions {
  /** Path as shown to people. */
  readonly file: string;
  readonly profile: Profile;
}

/**
 * Reads one JSON text strictly. `__proto__` and the like become own members.
 * @throws WaybillError MALFORMED at the first thing wrong, with line, column and pointer
 */
export function readJson(source: string | Uint8Array, { file, profile }: ReadOptions): SourceDocument {
  const text = decode(source, file, bounds[profile]);
  located(file, text, () => scanJson(text, bounds[profile]));
  const value: Json = JSON.parse(text);
  return { file, text, value, place: (pointer) => ({ file, ...placeAt(text, locateJson(text, pointer)) }) };
}

export type LineResult =
  | { readonly value: Json; readonly error?: undefined }
  | {
      readonly value?: undefined;
      readonly error: {
        readonly message: string;
        /** One-based, in UTF-16 units. */
        readonly column: number;
        readonly pointer: string;
        readonly hint: string;
      };
    };

/**
 * Reads one line of newline-delimited JSON, without its line end, as strictly as `readJson` reads a loose file.
 * What is wrong with it is returned: one bad line never stops a stream.
 */
export function readJsonLine(text: string): LineResult {
  try {
    if (text.length > bounds.loose.bytes)
      throw new Fault("the line is larger than 16 MiB", 0, "", "split it");
    const alone = text.search(/\p{Surrogate}/u);
    if (alone !== -1) throw new Fault("a surrogate stands alone", alone, "", "write the whole character");
    scanJson(text, bounds.loose);
    return { value: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { message, offset, pointer, hint } = error;
    return { error: { message, column: offset + 1, pointer, hint } };
  }
}
