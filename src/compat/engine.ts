import { evaluator } from "../evaluate/index.ts";
import type { Schema } from "../model.ts";
import { candidates } from "./candidates/index.ts";
import { conservativeDecide } from "./conservative.ts";
import type { Decide, DecideOptions } from "./decide.ts";
import { decide } from "./inclusion/index.ts";

/**
 * The deciding engine behind the seam. Where it gives up on what writers write, all that the schema accepts may tell: what
 * holds for more documents holds for fewer, and a witness may happen to be one that is written. Else candidates may still
 * find a witness; never a proof: facts do not see everything, and compatible is said of what was proved empty alone.
 */
export const provingDecide: Decide = (writer, reader, options) => {
  const { semantics, formats = "assert", writerDialect, readerDialect } = options;
  const asked = {
    formats,
    ...(writerDialect && { oldDialect: writerDialect }),
    ...(readerDialect && { nextDialect: readerDialect }),
  };
  const verdict = decide(writer, reader, { ...asked, semantics });
  if (verdict.verdict !== "undecided") return verdict;
  if (semantics === "record") {
    const wider = decide(writer, reader, { ...asked, semantics: "set" });
    if (wider.verdict === "compatible") return wider;
    if (wider.verdict === "incompatible") {
      const writes = evaluator(writer, { dialect: writerDialect, formats });
      if (writes.mayWrite(wider.witness.instance)) return wider;
    }
  }
  const second = conservativeDecide(writer, reader, options);
  return second.verdict === "incompatible" ? second : verdict;
};

/**
 * Whether a schema accepts documents but lets its writers write none: it asks for members it does not declare.
 * Proved on both sides; false where either is undecided.
 */
export function nothingIsWritable(schema: Schema, options: DecideOptions, decide: Decide): boolean {
  const reader = { not: {} };
  const dialect = options.writerDialect;
  const ask = (semantics: "record" | "set") =>
    decide(schema, reader, { ...options, semantics, readerDialect: dialect }).verdict;
  const { formats = "assert" } = options;
  const judge = evaluator(schema, { dialect, formats });
  // Nearly always some small document answers at once.
  if (candidates(judge, judge).some((instance) => judge.mayWrite(instance))) return false;
  return ask("record") === "compatible" && ask("set") === "incompatible";
}
