import type { Finding } from "../../model.ts";
import type { Check } from "../context.ts";
import { finding } from "../finding.ts";

/** Files that are not what they must be: JSON, YAML, keywords, references, cycles. */
export const schema: Check = {
  name: "schema",
  summary: "files are well-formed, schemas are schemas, references resolve",
  run: ({ problems, candidates }): readonly Finding[] =>
    [...problems, ...candidates.problems].map(({ message, place, hint }) =>
      finding({
        rule: "MALFORMED",
        severity: "error",
        file: place.file ?? null,
        line: place.line ?? null,
        column: place.column ?? null,
        newPointer: place.pointer ?? null,
        message,
        why: "what cannot be read cannot be judged",
        fix: hint ?? "mend the file",
        fragments: [place.file ?? "", message],
      }),
    ),
};
