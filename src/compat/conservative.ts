import { evaluator } from "../evaluate/index.ts";
import type { Direction, Json } from "../model.ts";
import { candidates } from "./candidates.ts";
import { changes } from "./changes/index.ts";
import type { Decide } from "./decide.ts";
import { rules } from "./rules/index.ts";

const breaks = new Map(rules.map(({ id, breaks }) => [id, breaks]));

/**
 * The first form of the engine, by facts alone. `compatible` only where every fact is harmless in that direction under
 * record semantics; `incompatible` only with a witness the evaluator confirmed; else undecided. It knows no set semantics.
 */
export const conservativeDecide: Decide = (writer, reader, options) => {
  const { writerDialect, readerDialect, formats = "assert", semantics } = options;
  const told = changes(writer, reader, { old: { dialect: writerDialect }, next: { dialect: readerDialect } });
  const harmful = told.filter(({ rule }) => mayBreak(rule, "backward"));
  if (harmful.length === 0 && (semantics === "record" || told.length === 0)) return { verdict: "compatible" };
  const writes = evaluator(writer, { dialect: writerDialect, formats });
  const reads = evaluator(reader, { dialect: readerDialect, formats });
  const tried = candidates(writes, reads);
  const separates = (instance: Json) =>
    (semantics === "record" ? writes.mayWrite(instance) : writes.accepts(instance)) &&
    !reads.accepts(instance);
  const instance = tried.find(separates);
  if (instance !== undefined) {
    return { verdict: "incompatible", witness: { instance, errors: reads.evaluate(instance).errors } };
  }
  const [first] = harmful.length > 0 ? harmful : told;
  const reason = "no rule proves it, and no witness was found";
  return { verdict: "undecided", reason, pointer: first?.newPointer ?? first?.oldPointer ?? "" };
};

/** Whether a kind of fact, read from writer to reader, may make the reader reject what the writer writes. */
export function mayBreak(rule: string, direction: Direction): boolean {
  return breaks.get(rule)?.includes(direction) ?? true;
}
