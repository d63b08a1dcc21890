import type { CharSet } from "refa";
import type { Dfa } from "./dfa.ts";
import type { Nfa } from "./nfa.ts";

/** Code points where some character class begins or has just ended, ascending. */
export function cutsOf(nfa: Nfa, inner: readonly Dfa[]): readonly number[] {
  const cuts = new Set<number>();
  const seen = new Set<CharSet>();
  for (const { chars } of nfa.states) {
    for (const { set } of chars) {
      if (seen.has(set)) continue;
      seen.add(set);
      for (const { min, max } of set.ranges) {
        cuts.add(min);
        cuts.add(max + 1);
      }
    }
  }
  for (const dfa of inner) for (const cut of dfa.cuts) cuts.add(cut);
  if (nfa.units) cuts.add(0x10000);
  return [...cuts].sort((a, b) => a - b);
}

/** Intervals between cuts that lie in the same character classes share a group. */
export function groupsOf(nfa: Nfa, inner: readonly Dfa[], cuts: readonly number[]): readonly number[] {
  const sets = new Set(nfa.states.flatMap(({ chars }) => chars.map(({ set }) => set)));
  const ids = new Map<string, number>();
  return [0, ...cuts].map((codePoint) => {
    const own = [...sets].map((set) => (set.has(codePoint) ? "1" : "0")).join("");
    const key = `${own}|${inner.map((dfa) => dfa.groupOf(codePoint)).join(",")}|${codePoint > 0xffff}`;
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return id;
  });
}

/** How many cuts lie at or below the code point: characters between two cuts behave alike. */
export function classOf(cuts: readonly number[], codePoint: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? 0) <= codePoint) low = middle + 1;
    else high = middle;
  }
  return low;
}
