import type { Finding } from "../../model.ts";
import type { Check } from "../context.ts";
import { malformed } from "../malformed.ts";
import { withRepair } from "../repairs.ts";

/** Files that are not what they must be: JSON, YAML, keywords, references, cycles. */
export const schema: Check = {
  name: "schema",
  summary: "files are well-formed, schemas are schemas, references resolve",
  run: (context): readonly Finding[] =>
    [...context.problems, ...context.candidates.problems].map((problem) =>
      withRepair(malformed(problem), context),
    ),
};
