import type { Finding } from "../../model.ts";
import type { Check } from "../context.ts";
import { malformed } from "../malformed.ts";

/** Files that are not what they must be: JSON, YAML, keywords, references, cycles. */
export const schema: Check = {
  name: "schema",
  summary: "files are well-formed, schemas are schemas, references resolve",
  run: ({ problems, candidates }): readonly Finding[] => [...problems, ...candidates.problems].map(malformed),
};
