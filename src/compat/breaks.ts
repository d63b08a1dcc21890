import { type EvaluationError, evaluator } from "../evaluate/index.ts";
import type { Direction, Witness } from "../model.ts";
import { blame } from "./blame.ts";
import { coarseAmong, type Fact } from "./changes/index.ts";
import { ask, type Compared } from "./compare.ts";
import { mayBreak } from "./conservative.ts";
import { type Decide, type DecideOptions, inDirection } from "./decide.ts";
import { relax } from "./relax.ts";
import { errorKey, flat } from "./trace.ts";

/** One breaking change with its own witness. */
export interface Break {
  /** Undefined where no single change explains the witness. */
  readonly change: Fact | undefined;
  /** Where the reader rejects, in the reader's schema. */
  readonly rejectedAt: string;
  /** The errors are those of this change; others the document meets have findings of their own. */
  readonly witness: Witness;
}

/** How many changes at most are told apart in one direction; the rest follow when those are mended. */
const breakLimit = 40;

/**
 * Every independent breaking change: the witness is blamed on a change, the reader is relaxed by it, and the question
 * asked again, until nothing separates the two. The writer stays as it is, so every witness is a document somebody may
 * write; the reader as it is rejects each.
 */
export function breaksOf(
  decide: Decide,
  direction: Direction,
  old: Compared,
  next: Compared,
  options: DecideOptions,
  first: Witness,
  facts: readonly Fact[],
): readonly Break[] {
  const { writer, reader } = inDirection(direction, old, next);
  const found: Break[] = [];
  const coarse = coarseAmong(facts);
  let left = facts;
  let relaxed = reader;
  let witness: Witness | undefined = first;
  while (witness !== undefined && found.length < breakLimit) {
    const errors = errorsOf(relaxed, witness, options);
    const change = blame({ direction, writer, reader: relaxed, witness, errors, options }, left, coarse);
    const confirmed = errorsOf(reader, witness, options);
    // What only came to light because another change was undone is no break of its own.
    const isArtefact = change === undefined && found.length > 0;
    if (confirmed.length > 0 && !isArtefact) {
      const [rejecting] = flat(errors);
      const own = new Set([...flat(errors)].map(errorKey));
      const mine = confirmed.filter((error) => own.has(errorKey(error)));
      const told = { ...witness, errors: mine.length === 0 ? confirmed : mine };
      found.push({ change, rejectedAt: rejecting?.schemaPointer ?? "", witness: told });
    }
    const schema = change && relax(writer.schema, relaxed.schema, change, direction);
    if (schema === undefined) break;
    left = left.filter((one) => one !== change);
    relaxed = { ...relaxed, schema };
    const verdict = ask(decide, "backward", writer, relaxed, options);
    witness = verdict.verdict === "incompatible" ? verdict.witness : undefined;
    if (verdict.verdict === "undecided")
      return [
        ...found,
        ...aloneBreaking(
          decide,
          direction,
          writer,
          reader,
          options,
          left.filter((one) => !coarse.has(one)),
        ),
      ];
  }
  return found;
}

/** How many changes are tried alone at most: each is a question of its own. */
const aloneLimit = 12;

/**
 * Changes that break by themselves, where all that is left together cannot be decided: the writer's own schema with one
 * of them made is a reader that tells. The reader as it is has to reject the witness too.
 */
function aloneBreaking(
  decide: Decide,
  direction: Direction,
  writer: Compared,
  reader: Compared,
  options: DecideOptions,
  facts: readonly Fact[],
): readonly Break[] {
  const suspects = facts.filter(({ rule }) => mayBreak(rule, direction));
  return suspects.slice(0, aloneLimit).flatMap((change) => {
    const backwards = direction === "backward" ? "forward" : "backward";
    const schema = relax(reader.schema, writer.schema, change, backwards);
    if (schema === undefined) return [];
    const alone = { ...writer, schema };
    const verdict = ask(decide, "backward", writer, alone, options);
    if (verdict.verdict !== "incompatible") return [];
    const said = ({ pointer, keyword }: EvaluationError) => `${keyword} ${pointer}`;
    const own = new Set(errorsOf(alone, verdict.witness, options).map(said));
    const confirmed = errorsOf(reader, verdict.witness, options);
    const mine = confirmed.filter((error) => own.has(said(error)));
    const [first] = mine;
    return first === undefined
      ? []
      : [{ change, rejectedAt: first.schemaPointer, witness: { ...verdict.witness, errors: mine } }];
  });
}

function errorsOf(
  { schema, dialect }: Compared,
  { instance }: Witness,
  { formats = "assert" }: DecideOptions,
): readonly EvaluationError[] {
  return evaluator(schema, { dialect, formats }).evaluate(instance).errors;
}
