import { breaches, declaredInvariants } from "../../invariants/index.ts";
import type { Finding } from "../../model.ts";
import type { Check } from "../context.ts";
import { at, finding } from "../finding.ts";

/** Checks declared in `x-invariants` are as they should be, and the valid examples keep them. */
export const invariants: Check = {
  name: "invariants",
  summary: "declared rules can be checked, and valid examples keep them",
  run: ({ registry, wanted }): readonly Finding[] =>
    [...registry.subjects.values()]
      .filter(({ address }) => wanted(address))
      .flatMap(({ address, draft, validExamples }) => {
        if (draft === undefined) return [];
        const { invariants, problems } = declaredInvariants(draft.schema);
        const malformed = problems.map(({ pointer, message }) =>
          finding({
            rule: "INVARIANT_MALFORMED",
            severity: "error",
            subject: address,
            ...at(draft.document, pointer),
            message,
            why: "a check that cannot be read checks nothing, and nobody would notice",
            fix: 'write words, or {"rule": "...", "check": {"equal": ["/a", "/b"]}} with "equal", "ordered" or "filled"',
            fragments: [message],
          }),
        );
        const broken = validExamples.flatMap(({ document, instance }) =>
          breaches(invariants, instance).map(({ pointer, message }) =>
            finding({
              rule: "EXAMPLE_BREAKS_INVARIANT",
              severity: "error",
              subject: address,
              ...at(document, pointer),
              message: `a valid example ${message}`,
              why: "examples are what people copy",
              fix: "mend the example, or the rule",
              fragments: [document.file, message],
            }),
          ),
        );
        return [...malformed, ...broken];
      }),
};
