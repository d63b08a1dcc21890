export { type DecideOptions, decide, defaultBudget, malformed } from "./decide.ts";
export { makeAjvOracle } from "./ajv-oracle.ts";
export type { Oracle, OracleOptions } from "./oracle.ts";
export { type RuleName, ruleNames } from "./rules.ts";
