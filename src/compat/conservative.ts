import { evaluator } from "../evaluate/index.ts";
import type { Change, Direction, Json, Schema } from "../model.ts";
import { candidates } from "./candidates/index.ts";
import { changes } from "./changes/index.ts";
import type { Decide, DecideOptions } from "./decide.ts";
import { rules } from "./rules/index.ts";

const breaks = new Map(rules.map(({ id, breaks }) => [id, breaks]));

/**
 * The first form of the engine, by facts alone. `compatible` only where every fact is harmless in that direction under
 * record semantics; `incompatible` only with a witness the evaluator confirmed; else undecided. It knows no set semantics.
 */
export const conservativeDecide: Decide = (writer, reader, options) => {
  const { writerDialect, readerDialect, formats = "assert", semantics } = options;
  const told = factsBetween(writer, reader, options);
  const [harmful] = told.filter(({ rule }) => mayBreak(rule, "backward"));
  if (harmful === undefined && (semantics === "record" || told.length === 0))
    return { verdict: "compatible" };
  const writes = evaluator(writer, { dialect: writerDialect, formats });
  const reads = evaluator(reader, { dialect: readerDialect, formats });
  const tried = candidates(writes, reads);
  const separates = (instance: Json) =>
    (semantics === "record" ? writes.mayWrite(instance) : writes.accepts(instance)) &&
    !reads.accepts(instance);
  const instance = tried.find(separates);
  if (instance !== undefined) {
    const errors = reads.evaluate(instance).errors.map(({ pointer, keyword, message, params }) => ({
      pointer,
      keyword,
      message,
      params,
    }));
    return { verdict: "incompatible", witness: { instance, errors } };
  }
  const first = harmful ?? told[0];
  const reason = "no rule proves it, and no witness was found";
  return { verdict: "undecided", reason, pointer: first?.newPointer ?? first?.oldPointer ?? "" };
};

/** Whether the facts alone prove that the reader reads whatever the writer may write (record semantics). */
export function provedByFacts(writer: Schema, reader: Schema, options: DecideOptions): boolean {
  return factsBetween(writer, reader, options).every(({ rule }) => !mayBreak(rule, "backward"));
}

function factsBetween(writer: Schema, reader: Schema, options: DecideOptions): readonly Change[] {
  const { writerDialect, readerDialect } = options;
  return changes(writer, reader, { old: { dialect: writerDialect }, next: { dialect: readerDialect } });
}

/** Whether a kind of fact, read from writer to reader, may make the reader reject what the writer writes. */
export function mayBreak(rule: string, direction: Direction): boolean {
  return breaks.get(rule)?.includes(direction) ?? true;
}
