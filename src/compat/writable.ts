import { evaluator } from "../evaluate/index.ts";
import type { Dialect, Schema, Verdict } from "../model.ts";
import { candidates } from "./candidates/index.ts";
import { whereReadable } from "./compare.ts";
import { decide } from "./inclusion/index.ts";
import { survivesThinning } from "./survives-thinning.ts";

export interface WritableOptions {
  readonly dialect?: Dialect | undefined;
  /** `assert` where absent. */
  readonly formats?: "assert" | "annotate" | undefined;
}

const known = new WeakMap<object, Map<string, boolean>>();

/**
 * Whether a schema accepts documents but lets its writers write none: it asks for members it does not declare. Proved on
 * both sides; false where either is undecided or the schema cannot be read. Asked once of a schema, however many it is
 * compared with.
 */
export function nothingIsWritable(schema: Schema, { dialect, formats = "assert" }: WritableOptions): boolean {
  if (typeof schema === "boolean") return false;
  const answers = known.get(schema) ?? new Map<string, boolean>();
  known.set(schema, answers);
  const key = `${dialect} ${formats}`;
  const answer = answers.get(key) ?? whereReadable(ask, () => false);
  answers.set(key, answer);
  return answer;

  function ask(): boolean {
    const judge = evaluator(schema, { dialect, formats });
    if (survivesThinning(schema, judge.index.root.dialect)) return false;
    // Nearly always some small document answers at once.
    if (candidates(judge, judge).some((instance) => judge.mayWrite(instance))) return false;
    const verdictOf = (semantics: "record" | "set") =>
      decide(schema, { not: {} }, { formats, semantics, ...(dialect && { dialect }) }).verdict;
    return verdictOf("record") === "compatible" && verdictOf("set") === "incompatible";
  }
}

/** Begins the reason of a verdict that would speak of no document. */
const saysNothing = "nothing can be written under the schema that the documents come from";

/** A proof about documents of which there are none is no proof: where nothing is writable the question stays open. */
export function ofSomething(verdict: Verdict, writer: Schema, options: WritableOptions): Verdict {
  if (verdict.verdict !== "compatible" || !nothingIsWritable(writer, options)) return verdict;
  const way = "let it declare the members it asks for, or its alternatives exclude each other";
  return { verdict: "undecided", reason: `${saysNothing} (NOTHING_WRITABLE); ${way}`, pointer: "" };
}

/** Whether a verdict is open for that reason alone. */
export function isOfNothing(verdict: Verdict): boolean {
  return verdict.verdict === "undecided" && verdict.reason.startsWith(saysNothing);
}
