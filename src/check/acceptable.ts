import { rules } from "../compat/rules/index.ts";
import { verdictRules } from "../compat/verdict-rules.ts";
import type { Finding } from "../model.ts";

const ids: ReadonlySet<string> = new Set([...rules, ...verdictRules].map(({ id }) => id));

/** Only what the compatibility check says may be accepted; integrity, lint and drift are mended. */
export function isAcceptable({ rule, from }: Finding): boolean {
  return from !== null && ids.has(rule);
}
