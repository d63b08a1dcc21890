import { patience } from "../../limits/index.ts";
import type { Draft, Finding, JsonObject, SourceDocument } from "../../model.ts";
import { walk } from "../../schema/children.ts";
import { isObject, own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import type { Check } from "../context.ts";
import { at, finding } from "../finding.ts";
import { freshVersions } from "../fresh-versions.ts";

/** Milliseconds. */
const perSubject = 2_500;

/** Every pattern is matched in time linear in the text, or nearly so. */
export const patterns: Check = {
  name: "patterns",
  summary: "no pattern can be made to backtrack for ages",
  async run({ candidates, base, wanted, memory }): Promise<readonly Finding[]> {
    // What a pull request froze need not be what its draft says.
    const uses = candidates.inOrder
      .filter(({ subject }) => wanted(subject.address))
      .flatMap(({ subject, draft }) =>
        [draft, ...freshVersions(subject, base)].flatMap((written) => patternsOf(subject.address, written)),
      );
    if (uses.length === 0) return [];
    const { checkPatterns } = await import("../../input/patterns.ts");
    // Time for every subject, so that a busy machine changes no verdict, and no more for one, so that none can stop the check.
    const subjects = new Set(uses.map(({ subject }) => subject)).size;
    const verdicts = await checkPatterns(new Set(uses.map(({ pattern }) => pattern)), {
      each: perSubject * patience,
      all: perSubject * subjects * patience,
      memory,
    });
    return uses.flatMap(({ pattern, pointer, subject, document }) => {
      const verdict = verdicts.get(pattern);
      if (verdict === undefined || verdict.verdict === "safe") return [];
      const place = {
        subject,
        ...at(document, pointer),
        fragments: [pattern],
      };
      if (verdict.verdict === "undecided") {
        return finding({
          ...place,
          rule: "PATTERN_UNDECIDED",
          severity: "warning",
          message: `it is not known whether the pattern can be made to backtrack: ${verdict.reason}`,
          why: "a validator that hangs on a short text is a way to stop its process",
          fix: "write it without nested or overlapping repetitions",
        });
      }
      return finding({
        ...place,
        rule: "PATTERN_BACKTRACKS",
        severity: verdict.growth === "exponential" ? "error" : "warning",
        message: `matching takes ${verdict.growth} time on ${verdict.shown}`,
        why: "a validator that hangs on a short text is a way to stop its process",
        fix: "write it without nested or overlapping repetitions, or bound the length before it",
      });
    });
  },
};

interface Use {
  readonly pattern: string;
  readonly pointer: string;
  readonly subject: string;
  readonly document: SourceDocument;
}

function patternsOf(subject: string, { schema, dialect, document }: Draft): readonly Use[] {
  return [...walk(schema, dialect)].flatMap(({ schema: inner, pointer }) => {
    if (!isObject(inner)) return [];
    return [...ofPattern(inner, pointer), ...ofNames(inner, pointer)].map((use) => ({
      ...use,
      subject,
      document,
    }));
  });
}

function ofPattern(schema: JsonObject, pointer: string): readonly Pick<Use, "pattern" | "pointer">[] {
  const pattern = own(schema, "pattern");
  return typeof pattern === "string" ? [{ pattern, pointer: append(pointer, "pattern") }] : [];
}

function ofNames(schema: JsonObject, pointer: string): readonly Pick<Use, "pattern" | "pointer">[] {
  const map = own(schema, "patternProperties");
  return isObject(map)
    ? Object.keys(map).map((pattern) => ({
        pattern,
        pointer: append(append(pointer, "patternProperties"), pattern),
      }))
    : [];
}
