import { codePoints } from "../../../evaluate/code-points.ts";
import { formatKnowledge } from "../format-languages.ts";
import type { Literal } from "../formula.ts";
import type { Dfa } from "../regex/index.ts";
import { shortestWord, type WordAnswer } from "../regex/index.ts";
import { better, type Context, empty, gaveUp, type Outcome, unknown, witness } from "./outcome.ts";

/** A string condition, sorted by how it is decided. */
interface Wanted {
  minLength: number;
  maxLength: number;
  readonly excluded: Set<string>;
  readonly languages: { readonly dfa: Dfa; readonly wanted: boolean }[];
  /** Formats that hold or do not. */
  readonly formats: { readonly name: string; readonly held: boolean }[];
  /** Something the languages do not say: a word they allow may still be wrong. */
  loose: Literal | undefined;
}

/** Languages by pattern, kept for a whole decision: their states are found once. */
export type Languages = (source: string) => Dfa | undefined;

const lengthLimit = 100_000;
const retries = 24;

/** A string that satisfies the atoms; `sure` is left to the caller, who tests the word. */
export function solveString(literals: readonly Literal[], languages: Languages, context: Context): Outcome {
  const wanted = gather(literals, languages, context);
  if (wanted.minLength > wanted.maxLength) return empty;
  if (wanted.minLength > lengthLimit)
    return gaveUp("a string too long to write down", literals, context, "minLength", "maxLength");
  const answer = wanted.languages.length === 0 ? plain(wanted) : search(wanted, wanted.excluded, context);
  if (answer === "none") return empty;
  let best: Outcome =
    answer === "too large"
      ? gaveUp("patterns too large to intersect", literals, context, "pattern", "format")
      : unknown("no string found for a format or predicate", wanted.loose);
  const tried = new Set(wanted.excluded);
  let word: WordAnswer = answer;
  for (const candidate of samples(wanted, context)) best = better(best, judge(candidate));
  for (let round = 0; round < retries && !isSure(best); round++) {
    if (word === "too large" || word === "none") break;
    best = better(best, judge(word.word));
    if (isSure(best) || wanted.loose === undefined) break;
    for (const candidate of spoilt(word.word, wanted)) {
      if (isSure(best) || !context.spend(1)) break;
      best = better(best, judge(candidate));
    }
    tried.add(word.word);
    word =
      wanted.languages.length === 0 ? plain({ ...wanted, excluded: tried }) : search(wanted, tried, context);
  }
  return best;

  function judge(text: string): Outcome {
    const truth = context.allHold(literals, text);
    return truth === false
      ? unknown("no string found for a format", wanted.loose)
      : witness(text, truth === true);
  }
}

function isSure(outcome: Outcome): boolean {
  return outcome.kind === "witness" && outcome.sure;
}

function gather(literals: readonly Literal[], languages: Languages, { arena, rules }: Context): Wanted {
  const wanted: Wanted = {
    minLength: 0,
    maxLength: Number.POSITIVE_INFINITY,
    excluded: new Set(),
    languages: [],
    formats: [],
    loose: undefined,
  };
  const speak = (source: string, held: boolean, literal: Literal) => {
    const dfa = languages(source);
    if (dfa === undefined) wanted.loose = literal;
    else wanted.languages.push({ dfa, wanted: held });
  };
  for (const literal of literals) {
    const node = arena.node(literal);
    const held = literal > 0;
    switch (node.kind) {
      case "minLength":
        if (held) wanted.minLength = Math.max(wanted.minLength, node.count);
        else wanted.maxLength = Math.min(wanted.maxLength, node.count - 1);
        break;
      case "maxLength":
        if (held) wanted.maxLength = Math.min(wanted.maxLength, node.count);
        else wanted.minLength = Math.max(wanted.minLength, node.count + 1);
        break;
      case "pattern":
        if (rules.on("patterns are languages")) speak(node.source, held, literal);
        else wanted.loose = literal;
        break;
      case "format": {
        const knowledge = formatKnowledge.get(node.name);
        wanted.formats.push({ name: node.name, held });
        const useful = rules.on("formats are languages") && (held || knowledge?.exact);
        if (useful && knowledge?.within !== undefined) speak(knowledge.within, held, literal);
        if (!knowledge?.exact || !useful) wanted.loose = literal;
        break;
      }
      case "enum":
        if (held) break;
        for (const value of node.values.values()) if (typeof value === "string") wanted.excluded.add(value);
        break;
      case "opaque":
        wanted.loose = literal;
        break;
    }
  }
  return wanted;
}

function search(wanted: Wanted, avoid: ReadonlySet<string>, context: Context): WordAnswer {
  if (!context.spend(10)) return "too large";
  return shortestWord({ ...wanted, avoid, onSearched: context.onSearched });
}

/** No language speaks: only lengths and single words, of which no length above zero has too few. */
function plain({ minLength, maxLength, excluded }: Wanted): WordAnswer {
  let gaveUp = false;
  for (let length = minLength; length <= Math.min(maxLength, minLength + 3); length++) {
    for (let count = 0; count <= excluded.size; count++) {
      const word = spell(count, length);
      if (word !== undefined && !excluded.has(word)) return { word };
      if (word === undefined) {
        gaveUp ||= length > 0;
        break;
      }
    }
  }
  return gaveUp || maxLength > minLength + 3 ? "too large" : "none";
}

const letters = "abcdefghijklmnopqrstuvwxyz";

/** The `count`-th word of a length: letters first, then any character from "¡" on where one must do. */
function spell(count: number, length: number): string | undefined {
  if (length === 0) return count === 0 ? "" : undefined;
  if (length === 1) return letters[count] ?? String.fromCodePoint(0xa1 + count - letters.length);
  let rest = count;
  let word = "";
  for (let place = 0; place < length && (rest > 0 || place === 0); place++) {
    word = (letters[rest % letters.length] ?? "a") + word;
    rest = Math.floor(rest / letters.length);
  }
  return rest > 0 ? undefined : "a".repeat(length - word.length) + word;
}

const foreign = [" ", "\\", "%", "{", "(", "-", "//", ":", "@"];

/** The word with characters most formats do not take, where some format must not hold. */
function* spoilt(word: string, { formats }: Wanted): Generator<string> {
  if (!formats.some(({ held }) => !held)) return;
  for (const character of foreign) {
    yield word + character;
    yield character + word;
    if (word.length > 0) yield word.slice(0, -1) + character;
    if (word.length > 1) yield character + word.slice(1);
  }
}

function* samples(wanted: Wanted, { rules }: Context): Generator<string> {
  if (!rules.on("formats have samples")) return;
  for (const { name, held } of wanted.formats) {
    if (!held) continue;
    const knowledge = formatKnowledge.get(name);
    if (knowledge === undefined) continue;
    for (const text of knowledge.samples(wanted.minLength)) {
      if (codePoints(text) >= wanted.minLength && codePoints(text) <= wanted.maxLength) yield text;
    }
  }
}
