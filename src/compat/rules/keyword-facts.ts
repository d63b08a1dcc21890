import { besides, keywordChanges, saysTheSameWith } from "../changes/keyword-changes.ts";
import type { Pair } from "../changes/walk.ts";
import type { Found } from "./rule.ts";

/** A keyword that one side speaks and the other does not. */
export function* spokenOnlyBy(side: "old" | "next", pair: Pair, keyword: string): Generator<Found> {
  const { added, removed } = keywordChanges(pair, keyword);
  for (const { pointer } of side === "next" ? added : removed) {
    yield {
      message: side === "next" ? `"${keyword}" was added` : `"${keyword}" was removed`,
      oldPointer: side === "old" ? pointer : pair.old.pointer,
      newPointer: side === "next" ? pointer : pair.next.pointer,
    };
  }
}

/** A keyword that both sides speak otherwise, or one of those beside it that it gives sense to. */
export function* spokenOtherwise(
  pair: Pair,
  keyword: string,
  beside: readonly string[] = [],
): Generator<Found> {
  for (const [one, other] of keywordChanges(pair, keyword).changed) {
    for (const name of [keyword, ...beside]) {
      if (saysTheSameWith(pair, name, one, other)) continue;
      const [before, after] = [besides(one, name), besides(other, name)];
      yield {
        message: `"${name}" ${before === undefined ? "was added" : after === undefined ? "was removed" : "changed"}`,
        oldPointer: before?.pointer ?? one.part.located.pointer,
        newPointer: after?.pointer ?? other.part.located.pointer,
      };
    }
  }
}
