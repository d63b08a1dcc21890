import type { CharSet } from "refa";
import type { Positions } from "./positions.ts";

/** As many ways of reading one text at once are borne: each is something to go back to. */
const mostRuns = 4;
/** Beyond these, following all texts takes longer than asking `recheck`. */
const mostPositions = 48;
const mostStates = 128;
const mostLetters = 256;
/** Ranges of characters looked at to tell neighbours apart: 0.2 s. */
const mostRanges = 4_000_000;

/**
 * Whether no text, of whatever length, can be read in more than a few ways at once. What a matcher goes back to are ways
 * it has not tried, so it then takes no longer than a few times the length of the text.
 */
export function runsAreFew({ characters, first, follow }: Positions): boolean {
  const choices = [first, ...follow.map((next) => [...next])];
  if (choices.reduce((sum, next) => sum + next.length * rangesOf(next, characters), 0) > mostRanges)
    return false;
  if (choices.every((next) => areApart(next, characters))) return true;
  if (characters.length > mostPositions) return false;
  const letters = lettersOf(characters)?.map((letter) =>
    characters.map((set) => !set.isDisjointWith(letter)),
  );
  if (letters === undefined) return false;
  const seen = new Set<string>();
  // In how many ways each position is reached by one and the same text; all texts are followed, letter by letter.
  const waiting: ReadonlyMap<number, number>[] = [];
  const reached = (runs: ReadonlyMap<number, number>): boolean => {
    const ways = [...runs.values()].reduce((sum, count) => sum + count, 0);
    if (ways > mostRuns) return false;
    const key = [...runs].sort(([a], [b]) => a - b).join(" ");
    if (ways > 0 && !seen.has(key)) {
      seen.add(key);
      waiting.push(runs);
    }
    return seen.size <= mostStates;
  };
  for (const letter of letters)
    if (!reached(new Map(first.filter((at) => letter[at]).map((at) => [at, 1])))) return false;
  for (let runs = waiting.pop(); runs !== undefined; runs = waiting.pop()) {
    for (const letter of letters) if (!reached(readOn(runs, letter, follow))) return false;
  }
  return true;
}

function readOn(
  runs: ReadonlyMap<number, number>,
  letter: readonly boolean[],
  follow: Positions["follow"],
): ReadonlyMap<number, number> {
  const next = new Map<number, number>();
  for (const [from, count] of runs) {
    for (const to of follow[from] ?? []) if (letter[to]) next.set(to, (next.get(to) ?? 0) + count);
  }
  return next;
}

function rangesOf(positions: readonly number[], characters: readonly CharSet[]): number {
  return positions.reduce((sum, position) => sum + (characters[position]?.ranges.length ?? 0), 0);
}

/** Whether no two of these positions take the same character. */
function areApart(positions: readonly number[], characters: readonly CharSet[]): boolean {
  let seen: CharSet | undefined;
  for (const position of positions) {
    const taken = characters[position];
    if (taken === undefined) continue;
    if (seen !== undefined && !seen.isDisjointWith(taken)) return false;
    seen = seen === undefined ? taken : seen.union(taken);
  }
  return true;
}

/** Sets of characters that no position tells apart; undefined where they are too many. */
function lettersOf(characters: readonly CharSet[]): readonly CharSet[] | undefined {
  let letters: CharSet[] = [];
  for (const set of characters) {
    let rest = set;
    letters = letters.flatMap((letter) => {
      const [both, only] = [letter.intersect(set), letter.without(set)];
      rest = rest.without(letter);
      return [both, only].filter(({ isEmpty }) => !isEmpty);
    });
    if (!rest.isEmpty) letters.push(rest);
    if (letters.length > mostLetters) return undefined;
  }
  return letters;
}
