import { baseRules } from "./base.ts";
import { integrityRules } from "./integrity.ts";
import { outputRules } from "./output.ts";
import type { CheckRule } from "./rule.ts";
import { subjectRules } from "./subject.ts";

export type { CheckRule } from "./rule.ts";

const all = [...integrityRules, ...baseRules, ...subjectRules, ...outputRules] as const;

/** The ids a check's own findings may carry; those of lint and of compatibility have lists of their own. */
export type CheckRuleId = (typeof all)[number]["id"];

/** Each of them, for `explain` and the generated page. */
export const checkRules: readonly CheckRule[] = all;
