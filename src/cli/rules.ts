import type { Json, Schema } from "../model.ts";

/** What is told of a rule, whichever room it lives in. */
export interface Explained {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  readonly fix: string;
  /** Where no pair of schemas can show it: one way to come by it, in words. */
  readonly occurs?: string;
  readonly example?: {
    readonly before: Schema;
    readonly after: Schema;
    readonly witness?: Json;
    /** What works instead: here, or in the successor namespace. */
    readonly mended?: { readonly here: Schema } | { readonly successor: Schema };
  };
}

/** Every rule that `explain` knows. */
export async function allRules(): Promise<readonly Explained[]> {
  const { rules } = await import("../compat/rules/index.ts");
  const { fixInWords } = await import("../compat/rules/fix.ts");
  const { verdictRules } = await import("../compat/verdict-rules.ts");
  const { lintRules } = await import("../check/lint/index.ts");
  const { checkRules } = await import("../check/rules/index.ts");
  const changes = rules.map((rule) => ({ ...rule, fix: fixInWords(rule.fix) }));
  return [...changes, ...verdictRules, ...lintRules, ...checkRules];
}
