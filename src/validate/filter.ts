import { WaybillError } from "../errors.ts";
import type { Json } from "../model.ts";
import { parsePointer, valueAt } from "../schema/pointer.ts";

/** One `--where`: the value at a pointer into the whole line is one of these texts. */
export interface Filter {
  readonly pointer: string;
  readonly values: readonly string[];
}

/** Reads `/frame/type=response|event`. @throws WaybillError USAGE where it is not of that form. */
export function parseFilter(text: string): Filter {
  const equals = text.indexOf("=");
  const pointer = text.slice(0, equals);
  if (equals < 0 || parsePointer(pointer) === undefined) {
    throw new WaybillError("USAGE", `"${text}" is not a filter`, {
      hint: "write --where /frame/type=response, or several values as /frame/type=a|b",
    });
  }
  return { pointer, values: text.slice(equals + 1).split("|") };
}

/** Strings are compared as they are, other scalars by their JSON text. */
export function passes(filters: readonly Filter[], line: Json): boolean {
  return filters.every(({ pointer, values }) => {
    const value = valueAt(line, pointer);
    if (value === undefined) return false;
    return values.includes(typeof value === "string" ? value : JSON.stringify(value));
  });
}

/** @throws WaybillError USAGE where the text of `--at` is no JSON Pointer. */
export function requirePointer(text: string): string {
  if (parsePointer(text) !== undefined) return text;
  throw new WaybillError("USAGE", `"${text}" is not a JSON Pointer`, {
    hint: "write it as /frame, or /frame/data",
  });
}
