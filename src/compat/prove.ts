import type { Schema, Verdict } from "../model.ts";
import { type DecideOptions, decide as included } from "./inclusion/index.ts";
import { ofSomething } from "./writable.ts";

/**
 * Whether every document of `old` is one of `next`: all it accepts, or under record semantics those its writers write.
 * Where they can write none the answer is `undecided`, never `compatible`.
 */
export function decide(old: Schema, next: Schema, options: DecideOptions = {}): Verdict {
  const verdict = included(old, next, options);
  if (options.semantics !== "record") return verdict;
  const { formats = "annotate", dialect, oldDialect = dialect } = options;
  return ofSomething(verdict, old, { dialect: oldDialect, formats });
}
