import type { Json } from "../model.ts";
import { isObject } from "../schema/json.ts";
import type { DeclaredSource } from "./declaration.ts";
import { type Mapped, mapValue } from "./map-word.ts";

/** One distinct word of one vocabulary, how often it was met, and what it means. */
export interface Row extends Mapped {
  readonly source: string;
  /** The word; a structured value as JSON. */
  readonly word: string;
  readonly structured: boolean;
  count: number;
}

export interface WordTally {
  add(source: DeclaredSource, value: Json, count?: number): void;
  /** The most frequent first, then by word. */
  rows(): readonly Row[];
}

/** Counts words as they come; memory grows with distinct words only. */
export function tallyWords(): WordTally {
  const rows = new Map<string, Row>();
  return {
    add(source, value, count = 1) {
      const structured = typeof value !== "string";
      const word = structured ? JSON.stringify(value) : value;
      const key = JSON.stringify([source.name, structured, word]);
      const known = rows.get(key);
      if (known !== undefined) known.count += count;
      else rows.set(key, { source: source.name, word, structured, count, ...mapValue(source, value) });
    },
    rows: () =>
      [...rows.values()].sort(
        (a, b) => b.count - a.count || (a.word < b.word ? -1 : a.word > b.word ? 1 : 0),
      ),
  };
}

/** The words of a document that counts them: objects from word to count, in groups or not. */
export function countedWords(value: Json): readonly (readonly [word: string, count: number])[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, held]) =>
    typeof held === "number" ? [[name, held] as const] : countedWords(held),
  );
}
