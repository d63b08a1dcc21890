import { conservativeDecide } from "./conservative.ts";
import type { Decide } from "./decide.ts";
import { decide } from "./inclusion/index.ts";

/** The deciding engine behind the seam; where it gives up, facts and candidates may still tell. */
export const provingDecide: Decide = (writer, reader, options) => {
  const { semantics, formats = "assert", writerDialect, readerDialect } = options;
  const verdict = decide(writer, reader, {
    semantics,
    formats,
    ...(writerDialect && { oldDialect: writerDialect }),
    ...(readerDialect && { nextDialect: readerDialect }),
  });
  if (verdict.verdict !== "undecided") return verdict;
  const second = conservativeDecide(writer, reader, options);
  return second.verdict === "undecided" ? verdict : second;
};

/**
 * Whether a schema accepts documents but lets its writers write none: it asks for members it does not declare.
 * Proved on both sides; false where either is undecided.
 */
export function nothingIsWritable(schema: Parameters<Decide>[0], options: Parameters<Decide>[2]): boolean {
  const reader = { not: {} };
  const dialect = options.writerDialect;
  const ask = (semantics: "record" | "set") =>
    provingDecide(schema, reader, { ...options, semantics, readerDialect: dialect }).verdict;
  return ask("record") === "compatible" && ask("set") === "incompatible";
}
