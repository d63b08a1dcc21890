import type { EvaluationError } from "../evaluate/index.ts";
import type { Change, Direction } from "../model.ts";

/**
 * The change that explains why a reader rejects: of those that may break in this direction, the one nearest to the
 * rejecting keyword. Undefined where none is on the way to it.
 */
export function trace<C extends Change>(
  errors: readonly EvaluationError[],
  suspects: readonly C[],
  direction: Direction,
): C | undefined {
  let best: C | undefined;
  let bestScore = 0;
  for (const error of flat(errors)) {
    for (const suspect of suspects) {
      const score = nearness(error, suspect, direction);
      if (score > bestScore) [best, bestScore] = [suspect, score];
    }
  }
  return best;
}

/** The keywords that reject, and those that reject in the branches they tried. */
export function* flat(errors: readonly EvaluationError[]): Generator<EvaluationError> {
  for (const error of errors) {
    yield error;
    yield* flat(error.causes);
  }
}

/** What tells one error from another: where in the document, by which keyword, about which member. */
export function errorKey(error: EvaluationError): string {
  return JSON.stringify([error.pointer, error.schemaPointer, missingMember(error)]);
}

function nearness(error: EvaluationError, suspect: Change, direction: Direction): number {
  const at = direction === "backward" ? suspect.newPointer : suspect.oldPointer;
  if (at === undefined) return 0;
  const member = missingMember(error);
  if (suspect.member !== undefined && member !== undefined && suspect.member !== member) return 0;
  if (at === error.schemaPointer) return suspect.member !== undefined && suspect.member === member ? 4 : 3;
  // What `then` and `else` reject is also the doing of the `if` beside them.
  const [, place] = /^(.*)\/if$/.exec(at) ?? [];
  if (
    place !== undefined &&
    ["then", "else"].some((branch) => error.schemaPointer.startsWith(`${place}/${branch}/`))
  ) {
    return 1;
  }
  if (error.schemaPointer.startsWith(`${at}/`)) return 1 + at.length / (error.schemaPointer.length + 1);
  return 0;
}

function missingMember({ params }: EvaluationError): string | undefined {
  const name = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  return typeof name === "string" ? name : undefined;
}
