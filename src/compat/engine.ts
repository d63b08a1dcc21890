import { evaluator } from "../evaluate/index.ts";
import { conservativeDecide } from "./conservative.ts";
import type { Decide } from "./decide.ts";
import { decide } from "./inclusion/index.ts";
import { ofSomething } from "./writable.ts";

/**
 * The deciding engine behind the seam. Where it gives up on what writers write, all that the schema accepts may tell: what
 * holds for more documents holds for fewer, and a witness may happen to be one that is written. Else candidates may still
 * find a witness; never a proof: facts do not see everything, and compatible is said of what was proved empty alone.
 * Nothing is called compatible whose writers can write nothing.
 */
export const provingDecide: Decide = (writer, reader, options) => {
  const verdict = proved(writer, reader, options);
  if (options.semantics !== "record") return verdict;
  return ofSomething(verdict, writer, { dialect: options.writerDialect, formats: options.formats });
};

const proved: Decide = (writer, reader, options) => {
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
