import type { Json } from "../model.ts";
import { valueAt } from "../schema/pointer.ts";
import type { Condition, Rule, Stream } from "./declaration.ts";
import { matchesGlob } from "./glob.ts";

/** The first rule of a stream that holds for a line; undefined where none does. */
export function route(stream: Stream, line: Json): Rule | undefined {
  return stream.rules.find(({ conditions }) => conditions.every((condition) => holds(condition, line)));
}

/** Whether a condition holds for a line. */
export function holds({ pointer, holds: wanted }: Condition, line: Json): boolean {
  const value = valueAt(line, pointer);
  if (wanted === "present") return value !== undefined;
  if (wanted === "absent") return value === undefined;
  return value !== undefined && wanted.some((one) => one === value);
}

/** The stream a file belongs to: the first whose globs match its path, else the only one there is. */
export function streamOf(streams: readonly Stream[], file: string): Stream | undefined {
  const found = streams.find(({ files }) => files.some((glob) => matchesGlob(glob, file)));
  return found ?? (streams.length === 1 ? streams[0] : undefined);
}
