import type { Json } from "../model.ts";
import { type Path, read, renamed, shown, without, write } from "./path.ts";
import { sha256 } from "./sha256.ts";

/** One step of a migration. What a step is about may be absent: then only `default` and `set` do something. */
export type Step =
  | { readonly do: "move"; readonly at: Path; readonly to: Path }
  | { readonly do: "default"; readonly at: Path; readonly value: Json }
  | { readonly do: "set"; readonly at: Path; readonly value: Json }
  | {
      readonly do: "map";
      readonly at: Path;
      /** By the text of the old value; other scalars by their JSON text. */
      readonly words: Readonly<Record<string, Json>>;
      readonly otherwise: "keep" | "refuse";
    }
  | { readonly do: "hash"; readonly at: Path; readonly prefix: string }
  | { readonly do: "remove"; readonly at: Path };

export type Stepped =
  | { readonly value: Json; readonly unsupported?: undefined }
  | { readonly value?: undefined; readonly unsupported: string };

/** The value after one step, or why the step does not know what to do with it. Changes nothing in place. */
export function takeStep(value: Json, step: Step): Stepped {
  const held = read(value, step.at);
  switch (step.do) {
    case "default":
      return held === undefined ? written(value, step.at, step.value) : { value };
    case "set":
      return written(value, step.at, step.value);
    case "remove":
      return { value: without(value, step.at) };
    case "move":
      return held === undefined ? { value } : move(value, step.at, step.to, held);
    case "map":
      return held === undefined ? { value } : mapWord(value, step, held);
    case "hash":
      if (held === undefined) return { value };
      if (typeof held !== "string") return { unsupported: `"${shown(step.at)}" is no text to hash` };
      return held.startsWith(step.prefix)
        ? { value }
        : written(value, step.at, `${step.prefix}${sha256(held)}`);
  }
}

function move(value: Json, from: Path, to: Path, held: Json): Stepped {
  const before = read(value, to);
  const name = to.at(-1);
  if (before !== undefined) {
    // Both names in use: one is a copy of the other, or the line says two things.
    return JSON.stringify(before) === JSON.stringify(held)
      ? { value: without(value, from) }
      : { unsupported: `"${shown(from)}" and "${shown(to)}" say different things` };
  }
  const sameHolder = name !== undefined && shown(from.slice(0, -1)) === shown(to.slice(0, -1));
  return sameHolder ? { value: renamed(value, from, name) } : written(without(value, from), to, held);
}

function mapWord(value: Json, { at, words, otherwise }: Extract<Step, { do: "map" }>, held: Json): Stepped {
  const word = typeof held === "string" ? held : JSON.stringify(held);
  const put = Object.hasOwn(words, word) ? words[word] : undefined;
  if (put !== undefined) return written(value, at, put);
  if (otherwise === "keep") return { value };
  return { unsupported: `"${shown(at)}" is ${JSON.stringify(held)}, for which no rule stands` };
}

function written(value: Json, at: Path, put: Json): Stepped {
  const made = write(value, at, put);
  return made === undefined ? { unsupported: `"${shown(at)}" has no place to stand` } : { value: made };
}
