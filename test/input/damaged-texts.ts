import fc from "fast-check";
import { expect } from "vitest";
import { stringify } from "yaml";
import { WaybillError } from "../../src/errors.ts";
import { readJson, readJsonLine, readYaml } from "../../src/input/index.ts";
import { damagedJson, damagedYaml } from "./mutations.ts";

const options = { file: "x", profile: "loose" } as const;
// Unquoted, the writer lets a text begin with a byte order mark.
const quoted = { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "QUOTE_DOUBLE" } as const;

/** What must hold for every text, however damaged: the short form runs in `npm test`, the long one in `npm run fuzz`. */
export function holdReaders(parameters: fc.Parameters<unknown>): void {
  fc.assert(fc.property(damagedJson, holdJson), parameters);
  fc.assert(fc.property(damagedYaml, holdYaml), parameters);
}

/** Strictly narrower than `JSON.parse`, never different from it, and the same for a line as for a file. */
function holdJson(text: string): void {
  const read = attempt(() => readJson(text, options));
  const parsed = attempt(() => JSON.parse(text));
  if ("error" in read) holdError(read.error, text);
  else expect(read.value.value).toEqual("value" in parsed ? parsed.value : "JSON.parse refused it");
  if (text.startsWith("\ufeff")) return;
  const line = readJsonLine(text);
  expect(line.error === undefined).toBe("value" in read);
}

/** What is read is JSON, and means the same when it is written and read again. */
function holdYaml(text: string): void {
  const read = attempt(() => readYaml(text, options));
  if ("error" in read) {
    holdError(read.error, text);
    return;
  }
  const { value } = read.value;
  expect(readJson(JSON.stringify(value), options).value).toEqual(value);
  expect(readYaml(stringify(value, quoted), options).value).toEqual(value);
}

function holdError(error: unknown, text: string): void {
  expect(error).toBeInstanceOf(WaybillError);
  if (!(error instanceof WaybillError)) return;
  expect(error.code).toBe("MALFORMED");
  const lines = text.split(/\r\n|\n|\r/);
  const line = lines[(error.place.line ?? 0) - 1];
  expect(line).toBeDefined();
  expect(error.place.column).toBeGreaterThanOrEqual(1);
  expect(error.place.column).toBeLessThanOrEqual((line ?? "").length + 2);
}

function attempt<T>(act: () => T): { value: T } | { error: unknown } {
  try {
    return { value: act() };
  } catch (error) {
    return { error };
  }
}
