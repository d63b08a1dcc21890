import { canonicalize, sha256Hex } from "../canonical/index.ts";
import { evaluator } from "../evaluate/index.ts";
import type { Json, Schema, Verdict } from "../model.ts";
import { isObject, own } from "../schema/json.ts";
import type { Decide, DecideOptions } from "./decide.ts";

/** Raise it with every change to the engine that may change a verdict or a witness. */
export const engineVersion = 8;

/** Texts by key. It may forget or garble anything at any time; no answer depends on it. */
export interface VerdictStore {
  read(key: string): string | undefined;
  write(key: string, text: string): void;
}

/**
 * An engine that remembers: verdicts by both schemas, the options and the engine's version. What comes back is believed
 * only with its seal intact; a witness is run again besides. Anything else is decided anew.
 */
export function cachedDecide(decide: Decide, store: VerdictStore): Decide {
  return (writer, reader, options) => {
    const key = keyOf(writer, reader, options);
    if (key === undefined) return decide(writer, reader, options);
    const known = recall(store.read(key), key);
    if (known !== undefined && holds(known, writer, reader, options)) return known;
    const verdict = decide(writer, reader, options);
    store.write(key, sealed(verdict, key));
    return verdict;
  };
}

/**
 * Undefined where a schema has no canonical form (a lone surrogate in a text). Patterns with `\p{…}` mean what this
 * machine's Unicode says.
 */
function keyOf(writer: Schema, reader: Schema, options: DecideOptions): string | undefined {
  const { semantics, formats = "assert", writerDialect = null, readerDialect = null } = options;
  try {
    const { unicode = "" } = process.versions;
    const asked = [engineVersion, unicode, semantics, formats, writerDialect, readerDialect, writer, reader];
    return sha256Hex(canonicalize(asked));
  } catch {
    return undefined;
  }
}

function sealed(verdict: Verdict, key: string): string {
  const text = JSON.stringify(verdict);
  return `${sha256Hex(`${key} ${text}`)} ${text}\n`;
}

function recall(text: string | undefined, key: string): Verdict | undefined {
  const said = text?.slice(65, -1);
  if (text === undefined || said === undefined || text !== `${sha256Hex(`${key} ${said}`)} ${said}\n`)
    return undefined;
  const value: Json = JSON.parse(said);
  return isVerdict(value) ? value : undefined;
}

/** What `sealed` wrote: the seal has been checked. */
function isVerdict(value: Json): value is Json & Verdict {
  return (
    isObject(value) && ["compatible", "incompatible", "undecided"].includes(String(own(value, "verdict")))
  );
}

function holds(verdict: Verdict, writer: Schema, reader: Schema, options: DecideOptions): boolean {
  if (verdict.verdict !== "incompatible") return true;
  const { semantics, formats = "assert", writerDialect, readerDialect } = options;
  const { instance } = verdict.witness;
  const writes = evaluator(writer, { dialect: writerDialect, formats });
  const written = semantics === "record" ? writes.mayWrite(instance) : writes.accepts(instance);
  return written && !evaluator(reader, { dialect: readerDialect, formats }).accepts(instance);
}
