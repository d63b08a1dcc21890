import type { Dfa } from "./dfa.ts";

/** A language and whether the word must be in it. */
export interface Membership {
  readonly dfa: Dfa;
  readonly wanted: boolean;
}

export interface WordQuery {
  readonly languages: readonly Membership[];
  /** Words that are ruled out one by one. */
  readonly avoid: ReadonlySet<string>;
  /** In code points, inclusive. */
  readonly minLength: number;
  readonly maxLength: number;
  /** Hears how many states of the product were looked at. */
  readonly onSearched?: (states: number) => void;
}

/** `none` is a proof: the breadth-first search saw every reachable state of the product. */
export type WordAnswer = { readonly word: string } | "none" | "too large";

const stateLimit = 5_000;
const layerLimit = 100_000;

interface Step {
  readonly states: readonly number[];
  /** What has been read, as long as it begins an avoided word. */
  readonly prefix: string | undefined;
  readonly from: Step | undefined;
  readonly character: string;
  readonly length: number;
}

/** The shortest word of an intersection of languages and complements, breadth first over the product automaton. */
export function shortestWord(query: WordQuery): WordAnswer {
  let searched = 0;
  const answer = search(query, (states) => {
    searched += states;
  });
  query.onSearched?.(searched);
  return answer;
}

function search(query: WordQuery, searched: (states: number) => void): WordAnswer {
  const { languages, avoid } = query;
  if (query.minLength > query.maxLength) return "none";
  const prefixes = prefixesOf(avoid);
  const letters = representatives(query);
  const root: Step = {
    states: languages.map(({ dfa }) => dfa.start),
    prefix: prefixes.has("") ? "" : undefined,
    from: undefined,
    character: "",
    length: 0,
  };

  let layer = new Map([[keyOf(root), root]]);
  let walked = 0;
  for (let length = 0; length < query.minLength && layer.size > 0; length++) {
    const next = new Map<string, Step>();
    for (const step of layer.values()) {
      for (const follower of follow(step)) {
        const key = keyOf(follower);
        if (!next.has(key)) next.set(key, follower);
      }
    }
    walked += next.size;
    searched(next.size);
    if (walked > layerLimit) return "too large";
    layer = next;
  }

  const seen = new Set(layer.keys());
  let open = [...layer.values()].filter(viable);
  while (open.length > 0) {
    const done = open.find(accepted);
    if (done !== undefined) return { word: spell(done) };
    if ((open[0]?.length ?? 0) >= query.maxLength) return "none";
    const next: Step[] = [];
    for (const step of open) {
      for (const follower of follow(step)) {
        const key = keyOf(follower);
        if (seen.has(key)) continue;
        seen.add(key);
        searched(1);
        if (seen.size > stateLimit) return "too large";
        next.push(follower);
      }
    }
    open = next;
  }
  return "none";

  function* follow(step: Step): Generator<Step> {
    for (const codePoint of letters) {
      const character = String.fromCodePoint(codePoint);
      const states = languages.map(({ dfa }, index) => dfa.step(step.states[index] ?? 0, codePoint));
      const read = step.prefix === undefined ? undefined : step.prefix + character;
      const prefix = read !== undefined && prefixes.has(read) ? read : undefined;
      const next = { states, prefix, from: step, character, length: step.length + 1 };
      if (viable(next)) yield next;
    }
  }

  function viable(step: Step): boolean {
    return languages.every(({ dfa, wanted }, index) => {
      const state = step.states[index] ?? 0;
      return wanted ? !dfa.dead(state) : !dfa.universal(state);
    });
  }

  function accepted(step: Step): boolean {
    if (step.prefix !== undefined && avoid.has(step.prefix)) return false;
    return languages.every(({ dfa, wanted }, index) => dfa.accepts(step.states[index] ?? 0) === wanted);
  }
}

function keyOf(step: Step): string {
  return step.prefix === undefined ? step.states.join(",") : `${step.states.join(",")}:${step.prefix}`;
}

function spell(last: Step): string {
  const characters: string[] = [];
  for (let step: Step | undefined = last; step !== undefined; step = step.from)
    characters.push(step.character);
  return characters.reverse().join("");
}

function prefixesOf(words: ReadonlySet<string>): ReadonlySet<string> {
  const prefixes = new Set<string>();
  for (const word of words) {
    let prefix = "";
    prefixes.add(prefix);
    for (const character of word) {
      prefix += character;
      prefixes.add(prefix);
    }
  }
  return prefixes;
}

/** One character for each way all languages can tell characters apart; what people can read comes first. */
function representatives({ languages, avoid }: WordQuery): readonly number[] {
  const single = new Set<number>();
  for (const word of avoid) for (const character of word) single.add(character.codePointAt(0) ?? 0);
  const cuts = new Set<number>([0, 0xe000]);
  for (const { dfa } of languages) for (const cut of dfa.cuts) cuts.add(cut);
  for (const codePoint of single) cuts.add(codePoint).add(codePoint + 1);
  const bounds = [...cuts].filter((cut) => cut <= 0x10ffff).sort((a, b) => a - b);

  const known = new Map<string, number>();
  const offer = (codePoint: number) => {
    const key = single.has(codePoint)
      ? `=${codePoint}`
      : languages.map(({ dfa }) => dfa.groupOf(codePoint)).join(",");
    if (!known.has(key)) known.set(key, codePoint);
  };
  for (const codePoint of readable) offer(codePoint);
  for (const codePoint of bounds) if (codePoint < 0xd800 || codePoint > 0xdfff) offer(codePoint);
  for (const codePoint of bounds) offer(codePoint);
  return [...known.values()];
}

const readable = [..."abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.:/ "].map(
  (character) => character.codePointAt(0) ?? 0,
);
