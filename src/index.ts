/**
 * The public library of waybill. What is exported here follows semantic versioning; nothing else does.
 * Every function is synchronous and pure unless it says so, and judges by returning: only `WaybillError`
 * (an input that cannot be read, a command that cannot run) is thrown. See docs/library.md.
 *
 * @packageDocumentation
 */
export type * from "./model.ts";
export { type ErrorCode, type ErrorPlace, WaybillError } from "./errors.ts";

// Registries
export { loadRegistry } from "./library/load-registry.ts";
export type { Loaded } from "./registry/load.ts";
export { check, type CheckOptions } from "./library/check-project.ts";

// Compatibility
export { diff, type Difference, type DiffOptions } from "./library/diff.ts";
export {
  judge,
  rollOut,
  type JudgedPair,
  type JudgedVersion,
  type JudgeInput,
  type Judgement,
  type RollOut,
} from "./compat/judge.ts";
export type { DecideOptions } from "./compat/inclusion/index.ts";
export { decide } from "./compat/prove.ts";

// Instances
export { readJson, type ReadOptions } from "./input/index.ts";
export {
  evaluate,
  evaluator,
  type EvaluateOptions,
  type Evaluation,
  type EvaluationError,
  type Evaluator,
} from "./evaluate/index.ts";

// Code
export { emitTypes, type EmitOptions, type EmittedTypes } from "../generators/types/emit.ts";
export { emitValidator, type EmitValidatorOptions } from "../generators/validators/emit-validator.ts";

// Identity
export { contentHash, shapeHash } from "./canonical/index.ts";
